-- SPDX-License-Identifier: Apache-2.0
-- Two lists, so that each has its index.
SELECT id FROM applications.applications WHERE organization_id = $1 AND number = $2
UNION
(SELECT id FROM applications.applications
 WHERE organization_id = $1 AND applicant_id = ANY ($3::uuid[])
 ORDER BY id DESC
 LIMIT $4)
