-- SPDX-License-Identifier: Apache-2.0
-- The ready packages of a branch that are in no run, the oldest first.
SELECT id FROM packages.packages
WHERE organization_id = $1 AND branch_id = $2 AND open AND state = 'ready' AND run_id IS NULL
ORDER BY id
LIMIT $3
FOR UPDATE
