-- SPDX-License-Identifier: Apache-2.0
-- When the old id may have arrived, the new one refers to it: who has taken that message knows this one for the same.
UPDATE exchange.messages
SET smev_id = $2, maybe_accepted = false,
  previous_smev_ids = CASE WHEN smev_id IS NULL THEN previous_smev_ids ELSE previous_smev_ids || smev_id END,
  reference_id = CASE WHEN maybe_accepted AND smev_id IS NOT NULL AND operation = 'request'
    THEN coalesce(reference_id, smev_id) ELSE reference_id END
WHERE id = $1
RETURNING reference_id
