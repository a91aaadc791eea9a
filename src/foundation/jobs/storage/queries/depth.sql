-- SPDX-License-Identifier: Apache-2.0
SELECT count(*) FILTER (WHERE state <> 'parked') AS waiting,
       count(*) FILTER (WHERE state = 'parked') AS parked,
       coalesce(greatest(0, extract(epoch FROM $1 - min(greatest(created_at, run_at))
                FILTER (WHERE state = 'waiting' AND run_at <= $1))), 0)::float8 AS oldest_seconds
FROM jobs.jobs;
