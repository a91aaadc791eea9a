-- SPDX-License-Identifier: Apache-2.0
UPDATE exchange.connections
SET state = 'down', failures = failures + 1, last_error = $3,
  retry_at = $2::timestamptz + least(2 ^ least(failures, 6), 60) * interval '1 second'
WHERE id = $1
