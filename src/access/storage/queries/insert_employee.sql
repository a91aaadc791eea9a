-- SPDX-License-Identifier: Apache-2.0
INSERT INTO access.employees
  (user_id, organization_id, branch_id, unit_id, last_name, first_name, middle_name, roles, active, created_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);
