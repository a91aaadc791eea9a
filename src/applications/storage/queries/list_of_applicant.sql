-- SPDX-License-Identifier: Apache-2.0
SELECT a.id, a.number, a.status, a.external_status, a.applicant_name, a.service_code, a.service_version, a.branch_id,
  a.executor_name, a.planned_date, a.urgent_by, a.created_at, a.updated_at
FROM applications.applications a
WHERE a.applicant_id = $1
  AND ($2::uuid IS NULL OR a.branch_id = $2
       OR ($3::boolean AND ((a.status IN ('awaiting_notice', 'ready_to_issue') AND a.result_papers = '[]')
                           OR a.issue_branch_id = $2)))
ORDER BY a.id DESC
LIMIT 200
