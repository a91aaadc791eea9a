-- SPDX-License-Identifier: Apache-2.0
SELECT r.*, u.name AS unit_name FROM agency.registrations r JOIN access.units u ON u.id = r.unit_id
WHERE r.organization_id = $1 AND r.center_number = $2
ORDER BY r.id
