-- SPDX-License-Identifier: Apache-2.0
INSERT INTO access.branches (id, organization_id, parent_id, code, name, address, hours, time_zone, created_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9);
