-- SPDX-License-Identifier: Apache-2.0
SELECT count(*) FILTER (WHERE status = 'draft') AS drafts, count(*) FILTER (WHERE status <> 'draft') AS cases
FROM applications.applications
WHERE organization_id = $1 AND open
  AND (operator_id = $2 AND status IN ('draft', 'intake', 'rework')
       OR executor_id = $2 AND status IN ('processing', 'delivery_on_demand'))
