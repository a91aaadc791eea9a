-- SPDX-License-Identifier: Apache-2.0
SELECT id, organization_id, parent_id, name
FROM access.units
WHERE id = $1;
