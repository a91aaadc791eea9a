-- SPDX-License-Identifier: Apache-2.0
SELECT user_id FROM access.employees
WHERE organization_id = $1 AND active AND (branch_id IS NULL OR branch_id = $2)
