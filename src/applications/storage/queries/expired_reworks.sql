-- SPDX-License-Identifier: Apache-2.0
SELECT id, organization_id FROM applications.applications
WHERE status = 'rework' AND rework_until < $1
ORDER BY rework_until, id LIMIT $2
