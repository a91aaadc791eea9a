-- SPDX-License-Identifier: Apache-2.0
SELECT COALESCE(
  (SELECT unit_id FROM agency.routes WHERE organization_id = $1 AND service_code = $2),
  (SELECT id FROM access.units WHERE organization_id = $1 AND parent_id IS NULL ORDER BY name LIMIT 1)) AS unit_id
