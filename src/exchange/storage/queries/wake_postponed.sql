-- SPDX-License-Identifier: Apache-2.0
-- What failed only because the bus was away is due now.
UPDATE exchange.messages
SET next_attempt_at = $2, is_away = false
WHERE connection_id = $1 AND state = 'waiting' AND is_away
