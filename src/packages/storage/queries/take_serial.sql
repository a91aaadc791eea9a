-- SPDX-License-Identifier: Apache-2.0
-- The row stays locked until the commit: whoever begins the branch's next package or run waits, and sees this one.
INSERT INTO packages.counters AS counter (branch_id, year, kind, organization_id, last)
VALUES ($1, $2, $3, $4, 1)
ON CONFLICT (branch_id, year, kind) DO UPDATE SET last = counter.last + 1
RETURNING last
