-- SPDX-License-Identifier: Apache-2.0
SELECT courier FROM packages.runs
WHERE organization_id = $1 AND branch_id = $2 AND courier <> ''
ORDER BY id DESC
LIMIT 1
