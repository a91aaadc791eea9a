-- SPDX-License-Identifier: Apache-2.0
SELECT * FROM exchange.message_heads
WHERE organization_id = $1 AND id < $2 AND ($3::boolean IS NULL OR outgoing = $3) AND ($4 = '' OR state = $4)
ORDER BY id DESC
LIMIT $5
