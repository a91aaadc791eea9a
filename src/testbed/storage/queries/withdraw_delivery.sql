-- SPDX-License-Identifier: Apache-2.0
UPDATE testbed.deliveries SET state = 'withdrawn', finished_at = $3, waits_for_ack = false
WHERE message_id = $1 AND recipient = $2 AND state = 'ready'
