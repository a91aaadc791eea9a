-- SPDX-License-Identifier: Apache-2.0
SELECT id, organization_id, parent_id, name
FROM access.units
WHERE organization_id = $1
ORDER BY name, id;
