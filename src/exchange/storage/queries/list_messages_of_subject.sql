-- SPDX-License-Identifier: Apache-2.0
SELECT * FROM exchange.message_heads
WHERE subject_id = $1 AND organization_id = $2 AND id < $3 AND ($4::boolean IS NULL OR outgoing = $4)
  AND ($5 = '' OR state = $5)
ORDER BY id DESC
LIMIT $6
