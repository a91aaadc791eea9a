-- SPDX-License-Identifier: Apache-2.0
SELECT a.id AS application_id, c.*, b.id AS branch_id, b.organization_id AS branch_organization_id,
  b.parent_id AS branch_parent_id, b.code AS branch_code, b.name AS branch_name, b.address AS branch_address,
  b.hours AS branch_hours, b.time_zone AS branch_time_zone
FROM applications.applications a
JOIN applicants.v_applicants c ON c.id = a.applicant_id
JOIN access.v_branches b ON b.id = a.branch_id
WHERE a.id = ANY ($1::uuid[])
