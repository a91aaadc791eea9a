-- SPDX-License-Identifier: Apache-2.0
SELECT name, version, state, revision, body, files, content_hash, shipped, created_at, created_by, published_at, published_by,
  withdrawn_at, withdrawn_by
FROM message_types.versions
WHERE name = $1 AND version = $2
FOR UPDATE
