-- SPDX-License-Identifier: Apache-2.0
SELECT call, xml FROM exchange.envelopes
WHERE message_id = $1 AND NOT outgoing AND call <> 'Ack'
ORDER BY id
LIMIT 1
