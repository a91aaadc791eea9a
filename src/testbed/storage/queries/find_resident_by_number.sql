-- SPDX-License-Identifier: Apache-2.0
SELECT card FROM testbed.residents WHERE kind = $1 AND (inn = $2 OR ogrn = $2) ORDER BY origin DESC, key LIMIT 1
