-- SPDX-License-Identifier: Apache-2.0
-- Not while a worker is sending it.
UPDATE exchange.messages SET state = 'given_up', next_attempt_at = NULL
WHERE id = $1 AND outgoing AND state IN ('waiting', 'failed') AND (taken_until IS NULL OR taken_until <= $2)
