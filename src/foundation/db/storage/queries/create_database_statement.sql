-- SPDX-License-Identifier: Apache-2.0
-- Empty when the database is there.
SELECT format('CREATE DATABASE %I OWNER %I', $1::text, $2::text) AS statement
WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = $1::text);
