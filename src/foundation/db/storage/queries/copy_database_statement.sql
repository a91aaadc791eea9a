-- SPDX-License-Identifier: Apache-2.0
-- As files: through the log of changes, block by block, it costs five times as much.
SELECT format('CREATE DATABASE %I OWNER %I TEMPLATE %I STRATEGY FILE_COPY', $1::text, $2::text, $3::text) AS statement;
