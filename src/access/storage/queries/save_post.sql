-- SPDX-License-Identifier: Apache-2.0
UPDATE access.employees SET roles = $2, branch_id = $3, unit_id = $4 WHERE user_id = $1
