-- SPDX-License-Identifier: Apache-2.0
SELECT name, version, state, revision, body, content_hash, shipped, created_at, created_by, published_at, published_by,
  withdrawn_at, withdrawn_by
FROM message_types.versions
ORDER BY name, version
