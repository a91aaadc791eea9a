-- SPDX-License-Identifier: Apache-2.0
SELECT id, queue, version, sender, node_id, namespace, root, state, error, broadcast, original_id, reference_id,
  transaction_code, reply_to, provided, signature, eol, created_at, attachments_size, attachment_count, file_count
FROM testbed.messages
WHERE state = 'queued'
ORDER BY position
LIMIT 1
FOR UPDATE SKIP LOCKED
