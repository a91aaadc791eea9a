-- SPDX-License-Identifier: Apache-2.0
UPDATE packages.package_cases c
SET applicant_name = l.applicant_name, documents = l.documents, sheets = l.sheets, fingerprint = l.fingerprint
FROM jsonb_to_recordset($2::jsonb) AS l (id uuid, applicant_name text, documents integer, sheets integer, fingerprint text)
WHERE c.package_id = $1 AND c.application_id = l.id
