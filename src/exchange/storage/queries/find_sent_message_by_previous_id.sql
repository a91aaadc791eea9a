-- SPDX-License-Identifier: Apache-2.0
SELECT * FROM exchange.whole_messages
WHERE connection_id = $1 AND outgoing AND previous_smev_ids <> '{}' AND previous_smev_ids @> ARRAY[$2::uuid]
