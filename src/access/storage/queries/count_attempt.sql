-- SPDX-License-Identifier: Apache-2.0
-- Counts an attempt as failed before it is judged, so that parallel guesses are all seen; no row: blocked now.
-- $3: failures are forgotten that came before; $4..$6: free failures, first pause and longest pause in seconds.
INSERT INTO access.sign_in_failures AS old (key, failures, blocked_until, last_at)
VALUES ($1, 1, $2::timestamptz, $2)
ON CONFLICT (key) DO UPDATE SET
  failures = CASE WHEN old.last_at < $3 THEN 1 ELSE old.failures + 1 END,
  blocked_until = $2::timestamptz + make_interval(secs =>
    CASE WHEN old.last_at < $3 OR old.failures + 1 < $4::int THEN 0
         ELSE least($6::float8, $5::float8 * power(2, least(old.failures + 1 - $4::int, 20))) END),
  last_at = $2
WHERE old.blocked_until <= $2
RETURNING failures;
