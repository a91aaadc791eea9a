-- SPDX-License-Identifier: Apache-2.0
SELECT user_id, organization_id, branch_id, unit_id, last_name, first_name, middle_name, roles, active
FROM access.employees
WHERE organization_id = $1 AND active
  AND ($2::text IS NULL OR $2 = ANY (roles))
  AND ($3::uuid IS NULL OR branch_id = $3)
  AND ($4::uuid IS NULL OR unit_id = $4)
ORDER BY last_name, first_name, middle_name, user_id;
