-- SPDX-License-Identifier: Apache-2.0
SELECT id FROM applicants.applicants
WHERE organization_id = $1 AND kind = $2 AND document_key = applicants.document_key($3::jsonb) AND id <> $4
ORDER BY id
LIMIT 1
