-- SPDX-License-Identifier: Apache-2.0
INSERT INTO documents.documents (
  id, organization_id, owner_kind, owner_id, item, title, name, sha256, size, content_type, source,
  signature_verdict, signature_subject, uploaded_at, uploaded_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
