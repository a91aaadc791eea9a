-- SPDX-License-Identifier: Apache-2.0
SELECT user_id, organization_id, branch_id, unit_id, last_name, first_name, middle_name, roles, active
FROM access.employees
WHERE user_id = $1;
