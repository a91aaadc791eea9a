-- SPDX-License-Identifier: Apache-2.0
SELECT id, organization_id, owner_kind, owner_id, item, title, name, sha256, size, content_type, source,
  signature_verdict, signature_subject, uploaded_at, uploaded_by
FROM documents.documents
WHERE owner_id = ANY ($2::uuid[]) AND owner_kind = $1
ORDER BY id
