-- SPDX-License-Identifier: Apache-2.0
-- Packages, newest first. Conditions left empty do not filter; $9: only ready ones that are in no run.
SELECT p.id, p.organization_id, p.branch_id, p.direction, p.number, p.state, p.agency_code, p.agency_name, p.service_code,
  p.run_id, p.created_by, p.created_by_name, p.created_at, p.ready_at, p.sent_at, p.ended_at, p.ended_by_name,
  p.ended_by, p.end_reason, p.received_on, p.incoming_number, p.corrected_at, p.corrected_by_name, p.version, p.changed_by_name, b.name AS branch_name, b.time_zone AS branch_zone, r.number AS run_number,
  inside.cases, inside.due
FROM packages.packages p
JOIN access.v_branches b ON b.id = p.branch_id
LEFT JOIN packages.runs r ON r.id = p.run_id
CROSS JOIN LATERAL (
  SELECT count(*) AS cases, min(least(v.planned_date, v.promised_date)) FILTER (WHERE p.open) AS due
  FROM packages.package_cases c JOIN applications.v_cases v ON v.id = c.application_id
  WHERE c.package_id = p.id) inside
WHERE p.organization_id = $1
  AND ($2::uuid[] IS NULL OR p.id = ANY ($2::uuid[]))
  AND ($3::uuid IS NULL OR p.branch_id = $3)
  AND ($4::text IS NULL OR p.direction = $4)
  AND (NOT $5::boolean OR p.open)
  AND ($6::uuid IS NULL OR EXISTS (
    SELECT FROM packages.package_cases c WHERE c.package_id = p.id AND c.application_id = $6))
  AND ($7::text IS NULL OR position($7 IN p.number) > 0 OR p.id IN (
    SELECT c.package_id FROM packages.package_cases c JOIN applications.v_cases v ON v.id = c.application_id
    WHERE v.number = $7))
  AND ($8::uuid IS NULL OR p.run_id = $8)
  AND (NOT $9::boolean OR (p.state = 'ready' AND p.open AND p.run_id IS NULL))
  AND ($10::uuid IS NULL OR p.id < $10)
ORDER BY p.id DESC
LIMIT $11
