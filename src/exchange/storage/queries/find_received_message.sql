-- SPDX-License-Identifier: Apache-2.0
SELECT * FROM exchange.whole_messages
WHERE connection_id = $1 AND NOT outgoing AND state NOT IN ('failed', 'dropped') AND smev_id = $2
