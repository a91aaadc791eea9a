-- SPDX-License-Identifier: Apache-2.0
UPDATE testbed.deliveries SET state = 'ready' WHERE message_id = $1 AND state = 'checking'
