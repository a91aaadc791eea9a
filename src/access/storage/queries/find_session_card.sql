-- SPDX-License-Identifier: Apache-2.0
-- What the screen shows of the person who is signed in.
SELECT o.id AS organization_id, o.kind, o.name, o.short_name,
       b.id AS branch_id, b.name AS branch_name, n.id AS unit_id, n.name AS unit_name,
       u.totp_secret IS NOT NULL AS second_factor, coalesce(b.time_zone, o.time_zone) AS time_zone
FROM access.employees e
JOIN access.users u ON u.id = e.user_id
JOIN access.organizations o ON o.id = e.organization_id
LEFT JOIN access.branches b ON b.id = e.branch_id
LEFT JOIN access.units n ON n.id = e.unit_id
WHERE e.user_id = $1;
