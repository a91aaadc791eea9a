-- SPDX-License-Identifier: Apache-2.0
-- The same request taken under another id, that this one refers to: the sender did not learn that it had arrived. An older
-- one, or one that was answered, begins a chain of which this is the next request.
SELECT * FROM exchange.whole_messages m
WHERE connection_id = $1 AND NOT outgoing AND operation = 'request' AND state NOT IN ('failed', 'dropped') AND smev_id = $2
  AND sender_name = $3 AND content_xml = $4 AND created_at > $5
  AND NOT EXISTS (SELECT FROM exchange.messages a
    WHERE a.request_id = m.id AND a.outgoing AND a.operation IN ('response', 'reject'))
