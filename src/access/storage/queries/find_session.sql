-- SPDX-License-Identifier: Apache-2.0
-- Employment is read anew each time: a lost role or a locked user counts at once.
SELECT s.id AS session_id, s.created_at, s.last_seen_at,
       u.id AS user_id, u.login, e.organization_id, o.kind, e.branch_id, e.unit_id,
       e.last_name, e.first_name, e.middle_name, e.roles
FROM access.sessions s
JOIN access.users u ON u.id = s.user_id
JOIN access.employees e ON e.user_id = s.user_id AND e.organization_id = s.organization_id
JOIN access.organizations o ON o.id = s.organization_id
WHERE s.token_sha256 = $1 AND u.locked_at IS NULL AND e.active;
