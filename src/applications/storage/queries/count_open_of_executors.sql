-- SPDX-License-Identifier: Apache-2.0
SELECT executor_id, count(*) AS cases
FROM applications.applications
WHERE executor_id = ANY ($1::uuid[]) AND open AND status IN ('processing', 'delivery_on_demand', 'delivery_queued')
GROUP BY executor_id
