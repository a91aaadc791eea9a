-- SPDX-License-Identifier: Apache-2.0
-- Locked until the caller's transaction ends, which also deletes them. Timed jobs first: among them are the repeats,
-- which a steady stream of new work must not hold up.
WITH timed AS (
  SELECT id, kind, payload, organization_id, attempt, max_attempts FROM jobs.jobs
  WHERE state = 'waiting' AND run_at > '-infinity' AND run_at <= $2 AND kind = ANY ($1::text[])
  ORDER BY run_at, position LIMIT $3 FOR UPDATE SKIP LOCKED
), fresh AS (
  SELECT id, kind, payload, organization_id, attempt, max_attempts FROM jobs.jobs
  WHERE state = 'waiting' AND run_at = '-infinity' AND kind = ANY ($1::text[])
  ORDER BY run_at, position LIMIT $3 FOR UPDATE SKIP LOCKED
)
SELECT * FROM timed UNION ALL SELECT * FROM fresh LIMIT $3;
