-- SPDX-License-Identifier: Apache-2.0
UPDATE exchange.messages
SET state = $2
WHERE id = $1 AND outgoing
  AND array_position(ARRAY['waiting', 'sent', 'accepted', 'delivered'], state)
    < array_position(ARRAY['waiting', 'sent', 'accepted', 'delivered'], $2)
