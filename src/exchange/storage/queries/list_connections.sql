-- SPDX-License-Identifier: Apache-2.0
SELECT c.*,
  (SELECT count(*) FROM exchange.messages m WHERE m.connection_id = c.id AND m.state = 'waiting') AS waiting
FROM exchange.connections c
ORDER BY mnemonic
