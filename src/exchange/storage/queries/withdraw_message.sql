-- SPDX-License-Identifier: Apache-2.0
-- Only what the bus can not have: never gone out, and nobody is sending it now.
UPDATE exchange.messages SET state = 'given_up', next_attempt_at = NULL
WHERE id = $1 AND outgoing AND state IN ('waiting', 'failed') AND NOT maybe_accepted
  AND (taken_until IS NULL OR taken_until <= $2)
