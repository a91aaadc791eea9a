-- SPDX-License-Identifier: Apache-2.0
-- Who is not let in does not work: what they had in hand is for their colleagues to see.
UPDATE access.employees e SET active = false FROM access.users u WHERE u.id = e.user_id AND u.locked_at IS NOT NULL;
