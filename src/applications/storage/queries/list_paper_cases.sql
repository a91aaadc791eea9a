-- SPDX-License-Identifier: Apache-2.0
-- Due first.
SELECT a.id, a.number, a.applicant_name, a.branch_id, a.service_code, a.service_version, a.status, a.planned_date,
  a.urgent_by, a.executor_name, a.marks, c.display_name
FROM applications.applications a JOIN applicants.v_cards c ON c.id = a.applicant_id
WHERE a.organization_id = $1 AND a.branch_id = $2 AND a.open AND a.status = ANY ($4::text[])
  AND a.id <> ALL ($5::uuid[])
  AND (a.service_code, a.service_version) IN (
    SELECT s.code, s.version FROM jsonb_to_recordset($3::jsonb) AS s (code text, version integer))
ORDER BY a.urgent_by, a.id
LIMIT $6
