-- SPDX-License-Identifier: Apache-2.0
-- Due first; what was given is counted from the marks.
SELECT a.id, a.number, a.applicant_name, a.branch_id, a.service_code, a.service_version, a.status, a.planned_date,
  a.urgent_by, papers.documents, papers.sheets
FROM applications.applications a
CROSS JOIN LATERAL (
  SELECT count(*)::integer AS documents, coalesce(sum((mark ->> 'sheets')::integer), 0)::integer AS sheets
  FROM jsonb_array_elements(a.marks) mark WHERE (mark ->> 'given')::boolean) papers
WHERE a.organization_id = $1 AND a.branch_id = $2 AND a.open
  AND a.service_code = ANY ($3::text[]) AND a.status = ANY ($4::text[])
ORDER BY a.urgent_by, a.id
LIMIT $5
