-- SPDX-License-Identifier: Apache-2.0
-- Changes no row when somebody else has it.
DELETE FROM jobs.jobs
WHERE id = (SELECT id FROM jobs.jobs WHERE id = $1 AND state = 'waiting' FOR UPDATE SKIP LOCKED);
