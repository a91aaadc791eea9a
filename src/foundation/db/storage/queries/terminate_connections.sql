-- SPDX-License-Identifier: Apache-2.0
SELECT count(*) FILTER (WHERE pg_terminate_backend(pid, 5000)) AS terminated
FROM pg_stat_activity
WHERE datname = $1 AND pid <> pg_backend_pid();
