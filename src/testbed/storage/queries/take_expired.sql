-- SPDX-License-Identifier: Apache-2.0
WITH expired AS (
  UPDATE testbed.deliveries SET state = 'withdrawn', finished_at = $1
  WHERE position IN (SELECT position FROM testbed.deliveries
    WHERE state = 'ready' AND eol <= $1 AND (NOT waits_for_ack OR visible_at <= $1)
    ORDER BY eol LIMIT 100 FOR UPDATE SKIP LOCKED)
  RETURNING message_id
)
SELECT id, queue, version, sender, node_id, namespace, root, state, error, broadcast, original_id, reference_id,
  transaction_code, reply_to, provided, signature, eol, created_at, attachments_size, attachment_count, file_count
FROM testbed.messages
WHERE id IN (SELECT message_id FROM expired)
