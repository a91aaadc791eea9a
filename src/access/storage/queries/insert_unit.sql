-- SPDX-License-Identifier: Apache-2.0
INSERT INTO access.units (id, organization_id, parent_id, name, created_at)
VALUES ($1, $2, $3, $4, $5);
