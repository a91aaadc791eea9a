-- SPDX-License-Identifier: Apache-2.0
SELECT count(*) AS calls
FROM contact_center.calls c
JOIN applications.v_cases a ON a.id = c.application_id
JOIN applicants.v_cards p ON p.id = a.applicant_id
LEFT JOIN contact_center.wrong_numbers n ON n.applicant_id = p.id AND n.phone = p.phone
WHERE c.organization_id = $1 AND NOT c.done
  AND ($2::text IS NULL OR c.reason = $2)
  AND ($3::uuid[] IS NULL OR a.applicant_id = ANY ($3::uuid[]) OR a.serial = $4 OR starts_with(a.number, $5))
  AND ($6::boolean IS NULL OR $6 = (n.phone IS NOT NULL))
