-- SPDX-License-Identifier: Apache-2.0
-- $2: the caller, $3: the branch (NULL = all), $4: whether the cases of others count too, $5: today,
-- $6: whether results of all branches are issued here, $7: who works in the branch (NULL = it does not matter)
SELECT
  count(*) FILTER (WHERE here AND status = 'draft' AND (operator_id = $2 OR operator_id <> ALL ($7::uuid[]))) AS drafts,
  count(*) FILTER (WHERE here AND status <> 'draft' AND (operator_id = $2 OR executor_id = $2)) AS mine,
  count(*) FILTER (WHERE here AND status = 'rework' AND ($4 OR operator_id = $2 OR executor_id = $2 OR operator_id <> ALL ($7::uuid[]))) AS rework,
  count(*) FILTER (WHERE here AND status IN ('processing', 'delivery_on_demand')
                   AND ($4 OR executor_id IS NULL OR executor_id = $2
                        OR executor_id <> ALL ($7::uuid[]))) AS processing,
  count(*) FILTER (WHERE here AND status IN ('delivery_queued', 'sent', 'sent_by_courier')) AS sent,
  count(*) FILTER (WHERE here AND status = 'in_agency') AS in_agency,
  count(*) FILTER (WHERE here AND status = 'awaiting_notice') AS awaiting_notice,
  count(*) FILTER (WHERE (here OR $6) AND status IN ('awaiting_notice', 'ready_to_issue'))
    - (SELECT count(*) FROM applications.applications  -- papers lie in another branch
       WHERE organization_id = $1 AND open AND result_papers <> '[]' AND $6 AND branch_id <> $3
         AND status IN ('awaiting_notice', 'ready_to_issue')) AS to_issue,
  count(*) FILTER (WHERE here AND urgent_by < $5 AND status NOT IN ('awaiting_notice', 'ready_to_issue')) AS overdue
FROM (SELECT *, $3::uuid IS NULL OR branch_id = $3 AS here FROM applications.applications
      WHERE organization_id = $1 AND open) a
