-- SPDX-License-Identifier: Apache-2.0
-- Of another kind only when it is of another human being: a surname changes, a birth date does not.
SELECT id FROM applicants.applicants
WHERE organization_id = $1 AND inn = $2 AND kind <> 'legal_entity' AND id <> $3 AND (kind = $4 OR birth_date <> $5::date)
ORDER BY id
LIMIT 1
