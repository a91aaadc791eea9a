-- SPDX-License-Identifier: Apache-2.0
SELECT id, queue, sender, recipient, namespace, root, state, error, handed_out, created_at, finished_at,
  octet_length(provided) AS size
FROM testbed.messages
ORDER BY position DESC
LIMIT 100
