-- SPDX-License-Identifier: Apache-2.0
-- An answer to the request that its sender has, or may have.
SELECT FROM exchange.messages
WHERE request_id = $1 AND outgoing AND state <> 'given_up'
  AND NOT (state IN ('waiting', 'failed') AND NOT maybe_accepted AND (taken_until IS NULL OR taken_until <= $2))
LIMIT 1
FOR UPDATE
