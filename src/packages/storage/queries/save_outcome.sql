-- SPDX-License-Identifier: Apache-2.0
UPDATE packages.package_cases SET outcome = $3 WHERE package_id = $1 AND application_id = $2 RETURNING application_id
