-- SPDX-License-Identifier: Apache-2.0
-- The table decides which of two copies under way at once was first: no row comes back for the other.
WITH message AS (
  INSERT INTO testbed.messages (id, queue, sender, node_id, namespace, root, state, original_id, reply_to, provided,
    signature, created_at, version, broadcast, reference_id, transaction_code, eol, attachments_size,
    attachment_count, file_count, error)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)
  ON CONFLICT DO NOTHING
  RETURNING id, queue, node_id, namespace, created_at, eol
)
INSERT INTO testbed.deliveries (message_id, ack_id, recipient, queue, node_id, namespace, priority, state, queued_at,
  visible_at, eol)
SELECT id, $23::uuid, recipient, queue, node_id, namespace, $24::smallint, $25::text, created_at, created_at, eol
FROM message, unnest($22::text[]) AS recipient
