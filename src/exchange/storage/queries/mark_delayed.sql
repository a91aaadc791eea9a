-- SPDX-License-Identifier: Apache-2.0
UPDATE exchange.messages
SET attempts = $2, tries = $3, tried_at = $4, is_away = $5, next_attempt_at = $6, error_code = $7, error = $8,
  maybe_accepted = $9, taken_until = NULL
WHERE id = $1 AND state = 'waiting'
