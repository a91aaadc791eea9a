-- SPDX-License-Identifier: Apache-2.0
UPDATE testbed.deliveries
SET visible_at = $3, waits_for_ack = false
WHERE ack_id = $1 AND recipient = $2 AND state = 'ready' AND waits_for_ack AND handed_out = 1
