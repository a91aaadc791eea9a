-- SPDX-License-Identifier: Apache-2.0
INSERT INTO packages.packages (id, organization_id, branch_id, direction, number, state, agency_code, agency_name, service_code,
  created_by, created_by_name, created_at, version)
VALUES ($1, $2, $3, $4, $5, 'draft', $6, $7, $8, $9, $10, $11, 1)
