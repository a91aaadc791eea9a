-- SPDX-License-Identifier: Apache-2.0
INSERT INTO packages.runs (id, organization_id, branch_id, number, state, courier, created_by, created_by_name, created_at, version)
VALUES ($1, $2, $3, $4, 'draft', $5, $6, $7, $8, 1)
