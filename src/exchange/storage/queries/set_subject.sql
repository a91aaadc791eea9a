-- SPDX-License-Identifier: Apache-2.0
UPDATE exchange.messages
SET subject_kind = $2, subject_id = $3, state = CASE WHEN state = 'received' THEN 'handled' ELSE state END
WHERE id = $1
