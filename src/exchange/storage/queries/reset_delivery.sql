-- SPDX-License-Identifier: Apache-2.0
-- What the bus took and refused afterwards needs a new id: under the old one it would be "already sent".
UPDATE exchange.messages
SET state = 'waiting', attempts = 0, next_attempt_at = NULL, error_code = '', error = '',
  previous_smev_ids = CASE WHEN sent_at IS NULL THEN previous_smev_ids ELSE previous_smev_ids || smev_id END,
  smev_id = CASE WHEN sent_at IS NULL THEN smev_id END, sent_at = NULL
WHERE id = $1 AND outgoing AND state IN ('waiting', 'failed')
