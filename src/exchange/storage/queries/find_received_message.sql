-- SPDX-License-Identifier: Apache-2.0
SELECT id FROM exchange.messages
WHERE connection_id = $1 AND smev_id = $2 AND NOT outgoing AND state <> 'failed'
