-- SPDX-License-Identifier: Apache-2.0
-- One job under a lease ($1 kinds, $2 their leases in seconds), first of all one whose lease has run out. The attempt
-- counts from the start: a job that kills its process must not run for ever. Of equal jobs (kind and key) one runs at a
-- time; where a process died, its job's lease must end first.
WITH expired AS (
  SELECT id FROM jobs.jobs
  WHERE state = 'running' AND lease_until <= $3 AND kind = ANY ($1::text[])
  ORDER BY lease_until LIMIT 1 FOR UPDATE SKIP LOCKED
), waiting AS (
  SELECT id FROM jobs.jobs
  WHERE state = 'waiting' AND run_at <= $3 AND kind = ANY ($1::text[])
    AND NOT (key <> '' AND EXISTS (
      SELECT FROM jobs.jobs equal
      WHERE equal.state = 'running' AND equal.kind = jobs.kind AND equal.key = jobs.key AND equal.lease_until > $3))
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
