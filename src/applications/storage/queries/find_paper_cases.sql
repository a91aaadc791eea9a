-- SPDX-License-Identifier: Apache-2.0
SELECT a.id, a.number, a.applicant_name, a.branch_id, a.service_code, a.service_version, a.status, a.planned_date,
  a.urgent_by, a.executor_name, a.marks, c.display_name
FROM unnest($1::uuid[]) WITH ORDINALITY AS wanted (id, place)
JOIN applications.applications a ON a.id = wanted.id
JOIN applicants.v_cards c ON c.id = a.applicant_id
ORDER BY wanted.place
