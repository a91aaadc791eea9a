-- SPDX-License-Identifier: Apache-2.0
SELECT id, queue, sender, recipient, node_id, namespace, root, state, original_id, reply_to, provided, signature, handed_out, created_at FROM testbed.messages WHERE reply_to = $1
