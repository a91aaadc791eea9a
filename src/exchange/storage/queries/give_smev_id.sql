-- SPDX-License-Identifier: Apache-2.0
UPDATE exchange.messages
SET smev_id = $2, maybe_accepted = false,
  previous_smev_ids = CASE WHEN smev_id IS NULL THEN previous_smev_ids ELSE previous_smev_ids || smev_id END
WHERE id = $1
