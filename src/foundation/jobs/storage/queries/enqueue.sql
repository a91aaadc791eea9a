-- SPDX-License-Identifier: Apache-2.0
-- An equal job that still waits takes the earlier time of both; one that has failed keeps its pause.
INSERT INTO jobs.jobs (id, kind, key, payload, organization_id, run_at, max_attempts)
VALUES ($1, $2, $3, $4::jsonb, $5, coalesce($6::timestamptz, '-infinity'), $7)
ON CONFLICT (kind, key) WHERE state = 'waiting' AND key <> ''
DO UPDATE SET run_at = excluded.run_at
WHERE jobs.attempt = 0 AND excluded.run_at < jobs.run_at;
