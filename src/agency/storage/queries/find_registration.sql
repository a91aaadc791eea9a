-- SPDX-License-Identifier: Apache-2.0
SELECT r.*, u.name AS unit_name FROM agency.registrations r JOIN access.units u ON u.id = r.unit_id
WHERE r.id = $1 AND ($2::boolean OR r.unit_id = ANY ($3::uuid[]))
