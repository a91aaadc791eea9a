-- SPDX-License-Identifier: Apache-2.0
-- Work lists, urgent on top. A row comparison would not be leakproof and so would not use the index.
SELECT a.id, a.number, a.status, a.external_status, a.applicant_name, a.service_code, a.service_version, a.branch_id,
  a.executor_name, a.planned_date, a.urgent_by, a.created_at, a.updated_at
FROM applications.applications a
WHERE a.organization_id = $1 AND a.open
  AND a.status = ANY ($2::text[])
  AND ($3::uuid IS NULL OR a.branch_id = $3)
  AND ($4::uuid IS NULL OR a.operator_id = $4 OR a.operator_id <> ALL ($16::uuid[]))
  AND ($5::uuid IS NULL OR a.executor_id = $5)
  AND ($6::uuid IS NULL OR a.executor_id IS NULL OR a.executor_id = $6 OR a.executor_id <> ALL ($16::uuid[]))
  AND ($7::uuid IS NULL OR a.operator_id = $7 OR a.executor_id = $7 OR a.operator_id <> ALL ($16::uuid[]))
  AND ($8::text IS NULL OR a.service_code = $8)
  AND ($9::date IS NULL OR (a.urgent_by <= $9 AND a.status NOT IN ('awaiting_notice', 'ready_to_issue')))
  AND ($10::uuid[] IS NULL OR a.applicant_id = ANY ($10::uuid[]) OR a.serial = $11 OR starts_with(a.number, $12))
  AND ($13::date IS NULL OR (a.urgent_by >= $13 AND (a.urgent_by > $13 OR a.id > $14)))
  AND ($17::uuid IS NULL OR a.branch_id = $17 OR a.result_papers = '[]')
ORDER BY a.urgent_by, a.id
LIMIT $15
