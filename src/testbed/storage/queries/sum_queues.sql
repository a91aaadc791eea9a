-- SPDX-License-Identifier: Apache-2.0
SELECT queue, node_id, count(*) AS messages
FROM testbed.deliveries
WHERE recipient = $1 AND state = 'ready'
GROUP BY queue, node_id
ORDER BY queue, node_id
