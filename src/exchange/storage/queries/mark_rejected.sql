-- SPDX-License-Identifier: Apache-2.0
-- By the bus, after it had taken the message. What has an answer already was not rejected, whatever comes late.
UPDATE exchange.messages
SET state = 'failed', attempts = $2, tries = $3, next_attempt_at = NULL, error_code = $4, error = $5,
  maybe_accepted = $6, taken_until = NULL
WHERE id = $1 AND outgoing AND state NOT IN ('delivered', 'failed', 'given_up')
