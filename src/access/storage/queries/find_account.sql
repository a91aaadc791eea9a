-- SPDX-License-Identifier: Apache-2.0
-- Whose login this is, also when the account is locked or its owner works here no more.
SELECT u.id AS user_id, e.organization_id, e.last_name, e.first_name, e.middle_name
FROM access.users u
JOIN access.employees e ON e.user_id = u.id
WHERE u.login = $1;
