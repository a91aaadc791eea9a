-- SPDX-License-Identifier: Apache-2.0
SELECT id FROM applicants.applicants WHERE organization_id = $1 AND ogrn = $2 AND kpp = $3
