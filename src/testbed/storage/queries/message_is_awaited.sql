-- SPDX-License-Identifier: Apache-2.0
SELECT 1 FROM testbed.deliveries WHERE message_id = $1 AND state IN ('checking', 'ready') LIMIT 1
