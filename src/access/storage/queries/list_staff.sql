-- SPDX-License-Identifier: Apache-2.0
-- Accounts with their employment: all, or the one of a login.
SELECT u.login, u.locked_at IS NOT NULL AS locked, u.totp_secret IS NOT NULL AS has_second_factor,
       e.user_id, e.organization_id, e.branch_id, e.unit_id, e.last_name, e.first_name, e.middle_name,
       e.roles, e.active, e.position
FROM access.users u
JOIN access.employees e ON e.user_id = u.id
JOIN access.organizations o ON o.id = e.organization_id
WHERE $1::text IS NULL OR u.login = lower($1)
ORDER BY o.code, e.last_name, e.first_name, e.middle_name, u.login;
