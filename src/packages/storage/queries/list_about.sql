-- SPDX-License-Identifier: Apache-2.0
SELECT DISTINCT package_id FROM packages.package_cases WHERE application_id = ANY ($1::uuid[])
