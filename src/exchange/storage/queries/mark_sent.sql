-- SPDX-License-Identifier: Apache-2.0
-- The state may be further already: an answer can overtake the receipt.
UPDATE exchange.messages
SET state = CASE WHEN state = 'waiting' THEN 'sent' ELSE state END, attempts = attempts + 1, next_attempt_at = NULL,
  sent_at = $2, error_code = '', error = ''
WHERE id = $1 AND outgoing AND state <> 'failed' AND sent_at IS NULL
