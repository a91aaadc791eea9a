-- SPDX-License-Identifier: Apache-2.0
SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = $1) AS found;
