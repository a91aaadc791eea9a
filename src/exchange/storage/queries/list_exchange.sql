-- SPDX-License-Identifier: Apache-2.0
SELECT * FROM exchange.message_heads
WHERE id = $1 OR request_id = $1
ORDER BY id
LIMIT 50
