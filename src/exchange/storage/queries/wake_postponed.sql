-- SPDX-License-Identifier: Apache-2.0
UPDATE exchange.messages
SET next_attempt_at = $2
WHERE connection_id = $1 AND state = 'waiting' AND next_attempt_at > $2
RETURNING id
