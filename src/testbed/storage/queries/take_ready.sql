-- SPDX-License-Identifier: Apache-2.0
SELECT id, queue, sender, recipient, node_id, namespace, root, state, original_id, reply_to, provided, signature, handed_out, created_at FROM testbed.messages
WHERE recipient = $1 AND queue = $2 AND state = 'ready' AND ($3 = '*' OR node_id = $3) AND ($4 = '' OR namespace = $4)
  AND visible_at <= $5
ORDER BY position
LIMIT 1
FOR UPDATE SKIP LOCKED
