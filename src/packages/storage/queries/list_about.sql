-- SPDX-License-Identifier: Apache-2.0
SELECT package_id FROM packages.package_cases WHERE application_id = ANY ($1::uuid[])
UNION
SELECT package_id FROM packages.removed_cases WHERE application_id = ANY ($1::uuid[])
