-- SPDX-License-Identifier: Apache-2.0
-- $2 is the number of the attempt that failed. A job somebody else has taken meanwhile is left alone.
UPDATE jobs.jobs
SET attempt = $2::int,
    state = CASE WHEN $2::int >= max_attempts THEN 'parked' ELSE 'waiting' END,
    run_at = $3,
    last_error = $4,
    lease_token = NULL,
    lease_until = NULL
WHERE id = $1 AND lease_token IS NOT DISTINCT FROM $5::uuid AND state <> 'parked' AND attempt <= $2::int;
