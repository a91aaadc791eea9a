-- SPDX-License-Identifier: Apache-2.0
UPDATE testbed.deliveries SET state = 'withdrawn', finished_at = $2 WHERE message_id = $1 AND state = 'checking'
