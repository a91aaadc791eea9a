-- SPDX-License-Identifier: Apache-2.0
INSERT INTO contact_center.wrong_numbers (applicant_id, phone, organization_id, at, by_name)
SELECT a.applicant_id, $2, c.organization_id, $3, $4
FROM contact_center.calls c
JOIN applications.v_cases a ON a.id = c.application_id
WHERE c.id = $1
ON CONFLICT (applicant_id, phone) DO UPDATE SET at = excluded.at, by_name = excluded.by_name
