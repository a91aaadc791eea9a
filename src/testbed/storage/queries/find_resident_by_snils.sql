-- SPDX-License-Identifier: Apache-2.0
SELECT card FROM testbed.residents WHERE snils = $1 ORDER BY origin DESC, key LIMIT 1
