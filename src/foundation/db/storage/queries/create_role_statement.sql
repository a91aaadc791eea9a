-- SPDX-License-Identifier: Apache-2.0
-- Row-level security must bind the application: no superuser, no BYPASSRLS. Empty when the role is there.
SELECT format('CREATE ROLE %I LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE', $1::text) AS statement
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = $1::text);
