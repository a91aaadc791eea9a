-- SPDX-License-Identifier: Apache-2.0
SELECT m.id, m.queue, m.version, m.sender, m.node_id, m.namespace, m.root, m.state, m.error, m.broadcast,
  m.original_id, m.reference_id, m.transaction_code, m.reply_to, ''::bytea AS provided, ''::bytea AS signature, m.eol,
  m.created_at, m.attachments_size
FROM testbed.messages m
WHERE m.id = $1 AND m.queue = 'requests'
  AND EXISTS (SELECT FROM testbed.deliveries d WHERE d.message_id = m.id AND d.recipient = $2
    AND d.state IN ('ready', 'delivered'))
