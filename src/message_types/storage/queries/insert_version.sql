-- SPDX-License-Identifier: Apache-2.0
INSERT INTO message_types.versions (name, version, state, namespace, body, files, content_hash, shipped, created_at, created_by,
  published_at, published_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
