-- SPDX-License-Identifier: Apache-2.0
SELECT id, outgoing, call, at, length(xml) AS size FROM exchange.envelopes
WHERE message_id = $1
ORDER BY id
LIMIT 200
