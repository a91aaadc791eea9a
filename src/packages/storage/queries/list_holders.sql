-- SPDX-License-Identifier: Apache-2.0
SELECT c.application_id, p.id, p.number, p.state
FROM packages.package_cases c JOIN packages.packages p ON p.id = c.package_id
WHERE c.application_id = ANY ($1::uuid[]) AND c.on_its_way AND p.organization_id = $2
  AND ($3::uuid IS NULL OR p.branch_id = $3)
