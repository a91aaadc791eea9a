-- SPDX-License-Identifier: Apache-2.0
-- A waiting job of the same kind and key does the work already; the parked one then stays to be seen.
UPDATE jobs.jobs parked SET state = 'waiting', attempt = 0, run_at = '-infinity'
WHERE id = $1 AND state = 'parked'
  AND NOT EXISTS (SELECT FROM jobs.jobs w
                  WHERE w.kind = parked.kind AND w.key = parked.key AND w.key <> '' AND w.state = 'waiting');
