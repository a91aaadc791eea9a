-- SPDX-License-Identifier: Apache-2.0
SELECT sha256 = encode(sha256(convert_to($3, 'UTF8')), 'hex') AS unchanged
FROM okno.migrations
WHERE room = $1 AND name = $2;
