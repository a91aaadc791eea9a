-- SPDX-License-Identifier: Apache-2.0
-- What the bus took and refused afterwards needs a new id: under the old one it would be "already sent".
UPDATE exchange.messages
SET state = 'waiting', attempts = 0, tries = 0, tried_at = NULL, is_away = false, next_attempt_at = $2,
  repeated_at = $2,
  taken_until = NULL, error_code = '', error = '',
  previous_smev_ids = CASE WHEN sent_at IS NULL THEN previous_smev_ids ELSE previous_smev_ids || smev_id END,
  smev_id = CASE WHEN sent_at IS NULL THEN smev_id END, sent_at = NULL
WHERE id = $1 AND outgoing AND state IN ('waiting', 'failed', 'given_up')
  AND (taken_until IS NULL OR taken_until <= $2)
