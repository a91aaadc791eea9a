-- SPDX-License-Identifier: Apache-2.0
UPDATE exchange.messages
SET state = 'failed', attempts = $2, next_attempt_at = NULL, error_code = $3, error = $4,
  maybe_accepted = $5
WHERE id = $1 AND outgoing AND state <> 'failed'
