-- SPDX-License-Identifier: Apache-2.0
UPDATE message_types.versions
SET state = $3, namespace = $4, body = $5, content_hash = $6, published_at = $7, published_by = $8, withdrawn_at = $9,
  withdrawn_by = $10, revision = revision + 1
WHERE name = $1 AND version = $2
