-- SPDX-License-Identifier: Apache-2.0
SELECT c.application_id AS id
FROM packages.packages p JOIN packages.package_cases c ON c.package_id = p.id
WHERE p.organization_id = $1 AND p.branch_id = $2 AND p.open AND c.on_its_way
