-- SPDX-License-Identifier: Apache-2.0
UPDATE jobs.schedules SET next_at = $2 WHERE name = $1;
