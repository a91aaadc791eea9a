-- SPDX-License-Identifier: Apache-2.0
UPDATE testbed.deliveries
SET state = $4, finished_at = $3, waits_for_ack = false
WHERE position = (SELECT position FROM testbed.deliveries
  WHERE ack_id = $1 AND recipient = $2 AND state = 'ready' AND waits_for_ack
  ORDER BY position LIMIT 1 FOR UPDATE)
RETURNING message_id, EXISTS (SELECT FROM testbed.files f WHERE f.message_id = deliveries.message_id) AS has_files
