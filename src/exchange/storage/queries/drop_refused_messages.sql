-- SPDX-License-Identifier: Apache-2.0
-- The same message has come whole: what was spoiled on its way, or waited for its files, needs nobody's decision.
WITH dropped AS (
  UPDATE exchange.messages SET state = 'dropped'
  WHERE connection_id = $1 AND smev_id = $2 AND NOT outgoing AND state = 'failed'
    AND (bus_verdict <> 'signature.valid' OR fingerprint = 'waits/' || $2::uuid)
  RETURNING id, organization_id, error_code
)
INSERT INTO exchange.resolutions (id, organization_id, message_id, action, reason, state_before, error_code, user_name, at)
SELECT gen_random_uuid(), organization_id, id, 'drop', $3::text, 'failed', error_code, $4::text, $5::timestamptz
FROM dropped
