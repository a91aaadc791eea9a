-- SPDX-License-Identifier: Apache-2.0
-- What came under this id before and was not signed by the bus.
SELECT id FROM exchange.messages
WHERE connection_id = $1 AND smev_id = $2 AND NOT outgoing AND bus_verdict <> 'signature.valid'
ORDER BY id
LIMIT 1
