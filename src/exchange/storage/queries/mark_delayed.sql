-- SPDX-License-Identifier: Apache-2.0
UPDATE exchange.messages
SET attempts = $2, next_attempt_at = $3, error_code = $4, error = $5, maybe_accepted = $6
WHERE id = $1 AND state = 'waiting'
