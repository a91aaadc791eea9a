-- SPDX-License-Identifier: Apache-2.0
-- Who waits longest is called first; one who asked to be called later, then.
SELECT c.id, c.reason, c.application_id, c.since, c.next_at, c.call_back_at, c.done, a.number, a.service_code, a.service_version,
  a.branch_id, a.rework_reason, a.rework_until, a.planned_date, a.promised_date, p.display_name, p.first_name, p.middle_name,
  p.phone, w.birth_date, w.kind, w.head_name, n.at AS wrong_number_at, n.by_name AS wrong_number_by
FROM contact_center.calls c
JOIN applications.v_cases a ON a.id = c.application_id
JOIN applicants.v_cards p ON p.id = a.applicant_id
JOIN applicants.v_applicants w ON w.id = p.id
LEFT JOIN contact_center.wrong_numbers n ON n.applicant_id = p.id AND n.phone = p.phone
WHERE c.organization_id = $1 AND NOT c.done
  AND ($2::text IS NULL OR c.reason = $2)
  AND ($3::uuid[] IS NULL OR a.applicant_id = ANY ($3::uuid[]) OR a.serial = $4 OR starts_with(a.number, $5))
  AND ($6::boolean IS NULL OR $6 = (n.phone IS NOT NULL))
  AND ($7::timestamptz IS NULL OR (c.next_at >= $7 AND (c.next_at > $7 OR c.id > $8)))
ORDER BY c.next_at, c.id
LIMIT $9
