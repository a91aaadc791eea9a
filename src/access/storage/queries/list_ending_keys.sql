-- SPDX-License-Identifier: Apache-2.0
SELECT e.user_id, e.last_name, e.first_name, e.middle_name, k.not_after
FROM access.signing_keys k
JOIN access.employees e USING (user_id)
WHERE e.organization_id = $1 AND e.active AND k.not_after < $2
ORDER BY k.not_after;
