-- SPDX-License-Identifier: Apache-2.0
SELECT c.id, c.reason, c.application_id, c.since, c.next_at, c.call_back_at, c.done, a.number, a.service_code, a.service_version,
  a.branch_id, a.rework_reason, a.rework_until, a.planned_date, a.promised_date, p.display_name, p.first_name, p.middle_name,
  p.phone, w.birth_date, w.kind, w.head_name, n.at AS wrong_number_at, n.by_name AS wrong_number_by
FROM contact_center.calls c
JOIN applications.v_cases a ON a.id = c.application_id
JOIN applicants.v_cards p ON p.id = a.applicant_id
JOIN applicants.v_applicants w ON w.id = p.id
LEFT JOIN contact_center.wrong_numbers n ON n.applicant_id = p.id AND n.phone = p.phone
WHERE c.id = $1
