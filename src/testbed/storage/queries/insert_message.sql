-- SPDX-License-Identifier: Apache-2.0
INSERT INTO testbed.messages (id, queue, sender, recipient, node_id, namespace, root, state, original_id, reply_to,
  provided, signature, visible_at, created_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13)
ON CONFLICT DO NOTHING
