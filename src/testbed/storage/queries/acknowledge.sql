-- SPDX-License-Identifier: Apache-2.0
-- A status has no id of its own on the wire: it is acknowledged by the message it speaks of.
UPDATE testbed.messages
SET state = $4, finished_at = $3, waits_for_ack = false
WHERE (id = $1 OR (queue = 'statuses' AND original_id = $1)) AND recipient = $2 AND state = 'ready' AND waits_for_ack
