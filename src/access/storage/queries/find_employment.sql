-- SPDX-License-Identifier: Apache-2.0
-- All that a principal is made of, except for the session.
SELECT u.id AS user_id, u.login, e.organization_id, o.kind, e.branch_id, e.unit_id,
       e.last_name, e.first_name, e.middle_name, e.roles
FROM access.users u
JOIN access.employees e ON e.user_id = u.id
JOIN access.organizations o ON o.id = e.organization_id
WHERE u.login = $1 AND u.locked_at IS NULL AND e.active;
