-- SPDX-License-Identifier: Apache-2.0
-- What list_of_applicant leaves out; drafts are nobody's business yet.
SELECT count(*) AS count
FROM applications.applications a
WHERE a.applicant_id = $1 AND a.status <> 'draft' AND a.branch_id <> $2::uuid
  AND NOT ($3::boolean AND ((a.status IN ('awaiting_notice', 'ready_to_issue') AND a.result_papers = '[]')
                            OR coalesce(a.issue_branch_id = $2, false)))
