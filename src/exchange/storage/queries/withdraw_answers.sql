-- SPDX-License-Identifier: Apache-2.0
-- What is on its way, or was, stays; the others need not be told any more.
UPDATE exchange.messages SET state = 'given_up', next_attempt_at = NULL
WHERE request_id = $1 AND outgoing AND state IN ('waiting', 'failed') AND NOT maybe_accepted
  AND (taken_until IS NULL OR taken_until <= $2)
