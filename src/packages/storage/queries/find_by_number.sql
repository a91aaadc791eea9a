-- SPDX-License-Identifier: Apache-2.0
SELECT 'package' AS kind, id FROM packages.packages WHERE number = $1
UNION ALL
SELECT 'courier_run', id FROM packages.runs WHERE number = $1
