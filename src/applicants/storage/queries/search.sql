-- SPDX-License-Identifier: Apache-2.0
-- Patterns nobody typed repeat the first one. The inner limit bounds the work of a search that says too little.
WITH found AS MATERIALIZED (
  SELECT applicant_id FROM applicants.search_keys
  WHERE organization_id = $1
    AND search LIKE $2 AND search LIKE $3 AND search LIKE $4
    AND search LIKE $5 AND search LIKE $6 AND search LIKE $7
  LIMIT 2000)
SELECT id, organization_id, kind, last_name, first_name, middle_name, birth_date, birth_place, sex, citizenship,
  snils, inn, ogrn, kpp, full_name, short_name, head_name, head_position, identity_document, other_documents,
  registration_address, residence_address, phone, email, version, created_at, updated_at
FROM applicants.applicants
WHERE id IN (SELECT applicant_id FROM found)
ORDER BY last_name, first_name, middle_name, full_name, birth_date, id
LIMIT $8
