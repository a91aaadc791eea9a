-- SPDX-License-Identifier: Apache-2.0
UPDATE packages.package_cases SET applicant_name = NULL, documents = NULL, sheets = NULL, fingerprint = NULL WHERE package_id = $1
