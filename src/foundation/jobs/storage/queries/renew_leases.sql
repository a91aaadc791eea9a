-- SPDX-License-Identifier: Apache-2.0
-- Jobs $1 under their tokens $2, of kinds whose leases are $3 seconds. One that somebody else has taken stays theirs.
UPDATE jobs.jobs
SET lease_until = $4::timestamptz + make_interval(secs => held.seconds)
FROM unnest($1::uuid[], $2::uuid[], $3::int[]) AS held (id, token, seconds)
WHERE jobs.id = held.id AND jobs.lease_token = held.token;
