-- SPDX-License-Identifier: Apache-2.0
SELECT count(*) FILTER (WHERE status = 'registered') AS new_count,
  count(*) FILTER (WHERE status = 'in_work') AS in_work_count,
  count(*) FILTER (WHERE status = 'in_work' AND executor_id = $3) AS mine_count
FROM agency.registrations WHERE status <> 'decided' AND ($1::boolean OR unit_id = ANY ($2::uuid[]))
