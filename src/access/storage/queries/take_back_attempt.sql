-- SPDX-License-Identifier: Apache-2.0
UPDATE access.sign_in_failures
SET failures = greatest(failures - 1, 0), blocked_until = $2
WHERE key = $1;
