-- SPDX-License-Identifier: Apache-2.0
-- Takes the message that has been due longest for this worker alone, until $3.
UPDATE exchange.messages SET taken_until = $3
WHERE id = (
  SELECT id FROM exchange.messages
  WHERE connection_id = $1 AND state = 'waiting' AND next_attempt_at <= $2
    AND (taken_until IS NULL OR taken_until <= $2)
  ORDER BY next_attempt_at, id
  LIMIT 1
  FOR UPDATE SKIP LOCKED)
RETURNING id
