-- SPDX-License-Identifier: Apache-2.0
WITH taken AS (
  UPDATE testbed.deliveries SET handed_out = handed_out + 1, visible_at = $6, waits_for_ack = true
  WHERE position = (SELECT position FROM testbed.deliveries
    WHERE recipient = $1 AND queue = $2 AND state = 'ready' AND ($3::text IS NULL OR node_id = $3)
      AND ($4::text[] = '{}' OR namespace = ANY ($4)) AND visible_at <= $5
      AND ($2 <> 'requests' OR namespace <> '' OR $7)  -- a Cancel has no namespace, and most versions no word for it
    ORDER BY priority, position LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING message_id
)
SELECT id, queue, version, sender, node_id, namespace, root, state, error, broadcast, original_id, reference_id,
  transaction_code, reply_to, provided, signature, eol, created_at, attachments_size, attachment_count, file_count
FROM testbed.messages
WHERE id = (SELECT message_id FROM taken)
