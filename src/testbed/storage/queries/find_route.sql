-- SPDX-License-Identifier: Apache-2.0
SELECT mnemonic FROM testbed.routes
WHERE namespace = $1 AND code IN ($2, '')
ORDER BY code DESC
LIMIT 1
