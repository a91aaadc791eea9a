-- SPDX-License-Identifier: Apache-2.0
-- One job under a lease ($1 kinds, $2 their leases in seconds), first of all one whose lease has run out. The attempt
-- counts from the start: a job that kills its process must not run for ever.
WITH expired AS (
  SELECT id FROM jobs.jobs
  WHERE state = 'running' AND lease_until <= $3 AND kind = ANY ($1::text[])
  ORDER BY lease_until LIMIT 1 FOR UPDATE SKIP LOCKED
), waiting AS (
  SELECT id FROM jobs.jobs
  WHERE state = 'waiting' AND run_at <= $3 AND kind = ANY ($1::text[])
  ORDER BY run_at, position LIMIT 1 FOR UPDATE SKIP LOCKED
)
UPDATE jobs.jobs
SET state = 'running',
    attempt = attempt + 1,
    lease_token = $4,
    lease_until = $3::timestamptz + make_interval(secs => (
      SELECT seconds FROM unnest($1::text[], $2::int[]) AS lease (kind, seconds) WHERE lease.kind = jobs.kind))
WHERE id = coalesce((SELECT id FROM expired), (SELECT id FROM waiting))
RETURNING id, kind, payload, organization_id, attempt - 1 AS attempt, max_attempts;
