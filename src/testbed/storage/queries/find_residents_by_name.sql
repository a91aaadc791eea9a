-- SPDX-License-Identifier: Apache-2.0
SELECT card FROM testbed.residents
WHERE name_key = $1 AND birth_date = $2 AND kind <> 'legal_entity'
ORDER BY origin DESC, key LIMIT 10
