-- SPDX-License-Identifier: Apache-2.0
SELECT p.mnemonic, p.name, count(m.id) FILTER (WHERE m.queue = 'requests') AS requests,
  count(m.id) FILTER (WHERE m.queue = 'responses') AS responses,
  count(m.id) FILTER (WHERE m.queue = 'statuses') AS statuses
FROM testbed.participants p
LEFT JOIN testbed.messages m ON m.recipient = p.mnemonic AND m.state = 'ready'
GROUP BY p.mnemonic
ORDER BY p.mnemonic
