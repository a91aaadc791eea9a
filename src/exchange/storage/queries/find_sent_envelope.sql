-- SPDX-License-Identifier: Apache-2.0
SELECT xml FROM exchange.envelopes
WHERE message_id = $1 AND outgoing AND smev_id = $2 AND signed_with = $3
ORDER BY id DESC
LIMIT 1
