-- SPDX-License-Identifier: Apache-2.0
SELECT * FROM exchange.whole_messages
WHERE id = (SELECT id FROM exchange.messages WHERE connection_id = $1 AND fingerprint = $2)
