-- SPDX-License-Identifier: Apache-2.0
SELECT e.xml FROM exchange.envelopes e
JOIN exchange.messages m ON m.id = e.message_id
WHERE m.id = $1 AND e.outgoing = m.outgoing AND e.call <> 'Ack'
ORDER BY e.id DESC
LIMIT 1
