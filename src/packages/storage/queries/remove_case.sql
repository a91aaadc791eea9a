-- SPDX-License-Identifier: Apache-2.0
DELETE FROM packages.package_cases WHERE package_id = $1 AND application_id = $2
