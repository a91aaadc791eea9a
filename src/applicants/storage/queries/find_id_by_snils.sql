-- SPDX-License-Identifier: Apache-2.0
SELECT id FROM applicants.applicants WHERE organization_id = $1 AND snils = $2
