-- SPDX-License-Identifier: Apache-2.0
SELECT recipient, queue, node_id, count(*) AS messages, count(*) FILTER (WHERE waits_for_ack) AS waiting_for_ack,
  min(queued_at) AS oldest_at
FROM testbed.deliveries
WHERE state = 'ready'
GROUP BY recipient, queue, node_id
ORDER BY recipient, queue, node_id
