-- SPDX-License-Identifier: Apache-2.0
SELECT c.*,
  (SELECT count(*) FROM exchange.messages m WHERE m.connection_id = c.id AND m.state = 'waiting') AS waiting,
  (SELECT count(*) FROM exchange.messages m
   WHERE m.organization_id = c.organization_id AND m.state = 'failed' AND m.outgoing AND m.connection_id = c.id) AS undelivered
FROM exchange.connections c
ORDER BY mnemonic
