-- SPDX-License-Identifier: Apache-2.0
SELECT a.id, a.number, a.applicant_name, a.branch_id, a.service_code, a.service_version, a.status, a.planned_date,
  a.urgent_by, papers.documents, papers.sheets
FROM unnest($1::uuid[]) WITH ORDINALITY AS wanted (id, place)
JOIN applications.applications a ON a.id = wanted.id
CROSS JOIN LATERAL (
  SELECT count(*)::integer AS documents, coalesce(sum((mark ->> 'sheets')::integer), 0)::integer AS sheets
  FROM jsonb_array_elements(a.marks) mark WHERE (mark ->> 'given')::boolean) papers
ORDER BY wanted.place
