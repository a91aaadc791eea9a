-- SPDX-License-Identifier: Apache-2.0
-- The row stays locked while the task runs; a process that dies frees it at once. No row: another process has it.
SELECT next_at <= $2 AS due, greatest(next_at, '1970-01-01Z') AS next_at,
       set_config('idle_in_transaction_session_timeout', '0', true)
FROM jobs.schedules
WHERE name = $1
FOR UPDATE SKIP LOCKED;
