-- SPDX-License-Identifier: Apache-2.0
SELECT c.application_id, p.number
FROM packages.package_cases c JOIN packages.packages p ON p.id = c.package_id
WHERE c.application_id = ANY ($1::uuid[]) AND c.on_its_way
