-- SPDX-License-Identifier: Apache-2.0
-- The state may be further already: an answer can overtake the receipt. What was parked without knowing whether the bus
-- has it turns out to be there.
UPDATE exchange.messages
SET state = CASE WHEN state IN ('waiting', 'given_up', 'failed') THEN 'sent' ELSE state END, tries = tries + 1,
  next_attempt_at = NULL, taken_until = NULL, sent_at = $2, error_code = '', error = ''
WHERE id = $1 AND outgoing AND (state <> 'failed' OR maybe_accepted) AND sent_at IS NULL
