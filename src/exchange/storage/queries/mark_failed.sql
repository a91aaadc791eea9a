-- SPDX-License-Identifier: Apache-2.0
-- An answer may have overtaken the attempt: then it did not fail.
UPDATE exchange.messages
SET state = 'failed', attempts = $2, tries = $3, next_attempt_at = NULL, error_code = $4, error = $5,
  maybe_accepted = $6, taken_until = NULL
WHERE id = $1 AND outgoing AND state = 'waiting'
