-- SPDX-License-Identifier: Apache-2.0
SELECT id, organization_id, parent_id, code, name, address, hours, time_zone
FROM access.branches
WHERE organization_id = $1
ORDER BY code;
