-- SPDX-License-Identifier: Apache-2.0
SELECT m.id, m.queue, m.broadcast, m.version, m.sender, d.recipient, m.namespace, m.root,
  CASE m.state WHEN 'accepted' THEN d.state ELSE m.state END AS state, m.error, d.handed_out, d.waits_for_ack,
  m.attachment_count, m.file_count, m.created_at, octet_length(m.provided) + m.attachments_size AS size
FROM testbed.deliveries d
JOIN testbed.messages m ON m.id = d.message_id
ORDER BY d.position DESC
LIMIT 100
