-- SPDX-License-Identifier: Apache-2.0
SELECT count(*) FILTER (WHERE d.queue = $2) AS messages, coalesce(sum(m.attachments_size), 0)::bigint AS bytes
FROM testbed.deliveries d
JOIN testbed.messages m ON m.id = d.message_id
WHERE d.recipient = $1 AND d.state = 'ready'
