-- SPDX-License-Identifier: Apache-2.0
-- When the next message of a connection is due; of those under way, when their worker is given up.
SELECT min(greatest(next_attempt_at, taken_until)) AS at
FROM (
  SELECT next_attempt_at, taken_until FROM exchange.messages
  WHERE connection_id = $1 AND state = 'waiting'
  ORDER BY next_attempt_at
  LIMIT 100) first
