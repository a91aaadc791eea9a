-- SPDX-License-Identifier: Apache-2.0
SELECT id, kind, payload, organization_id, attempt, last_error, run_at
FROM jobs.jobs WHERE state = 'parked' ORDER BY position LIMIT $1;
