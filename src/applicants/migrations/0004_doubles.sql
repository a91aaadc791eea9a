-- SPDX-License-Identifier: Apache-2.0
-- What makes two identity documents the same one; the country tells apart only those that other countries give.
CREATE FUNCTION applicants.document_key(document jsonb) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (document->>'kind') || '|' ||
    upper(translate(coalesce(document->>'series', '') || coalesce(document->>'number', ''), ' -', '')) ||
    CASE WHEN document->>'kind' = 'foreign_document' THEN '|' || coalesce(document->>'country', '') ELSE '' END
$$;
-- A column, because a function of the document in a condition is not leakproof and under the policy uses no index.
ALTER TABLE applicants.applicants
  ADD COLUMN document_key text GENERATED ALWAYS AS (applicants.document_key(identity_document)) STORED;
-- Not unique: cards made before the rule may share a document, and stay. Create and Update judge under a lock.
CREATE INDEX applicants_document ON applicants.applicants (organization_id, document_key) WHERE document_key IS NOT NULL;
