-- SPDX-License-Identifier: Apache-2.0
-- Patterns nobody typed repeat the first one. The inner limit bounds the work of a search that says too little.
SELECT applicant_id FROM applicants.search_keys
WHERE organization_id = $1
  AND search LIKE $2 AND search LIKE $3 AND search LIKE $4
  AND search LIKE $5 AND search LIKE $6 AND search LIKE $7
LIMIT $8
