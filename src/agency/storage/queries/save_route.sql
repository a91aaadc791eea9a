-- SPDX-License-Identifier: Apache-2.0
INSERT INTO agency.routes (organization_id, service_code, unit_id) VALUES ($1, $2, $3)
ON CONFLICT (organization_id, service_code) DO UPDATE SET unit_id = EXCLUDED.unit_id
