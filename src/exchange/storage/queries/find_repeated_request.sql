-- SPDX-License-Identifier: Apache-2.0
-- The same request taken under another id, that this one refers to: the sender did not learn that it had arrived.
SELECT * FROM exchange.whole_messages
WHERE connection_id = $1 AND NOT outgoing AND operation = 'request' AND state NOT IN ('failed', 'dropped') AND smev_id = $2
  AND sender_name = $3 AND content_xml = $4
