-- SPDX-License-Identifier: Apache-2.0
SELECT id FROM applicants.applicants
WHERE organization_id = $1 AND inn = $2 AND kpp = $3 AND kind = 'legal_entity'
