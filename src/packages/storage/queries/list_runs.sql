-- SPDX-License-Identifier: Apache-2.0
-- Courier runs, newest first. Conditions left empty do not filter.
SELECT r.id, r.organization_id, r.branch_id, r.number, r.state, r.courier, r.created_by, r.created_by_name, r.created_at,
  r.sent_at, r.sent_by, r.sent_by_name, r.version, b.name AS branch_name, b.time_zone AS branch_zone, inside.packages, inside.cases
FROM packages.runs r
JOIN access.v_branches b ON b.id = r.branch_id
CROSS JOIN LATERAL (
  SELECT count(DISTINCT p.id) AS packages, count(c.application_id) AS cases
  FROM packages.packages p LEFT JOIN packages.package_cases c ON c.package_id = p.id
  WHERE p.run_id = r.id) inside
WHERE r.organization_id = $1
  AND ($2::uuid IS NULL OR r.id = $2)
  AND ($3::uuid IS NULL OR r.branch_id = $3)
  AND (NOT $4::boolean OR r.state IN ('draft', 'sent'))
  AND ($5::uuid IS NULL OR r.id < $5)
ORDER BY r.id DESC
LIMIT $6
