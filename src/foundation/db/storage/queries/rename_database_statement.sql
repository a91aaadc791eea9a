-- SPDX-License-Identifier: Apache-2.0
SELECT format('ALTER DATABASE %I RENAME TO %I', $1::text, $2::text) AS statement;
