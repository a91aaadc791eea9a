-- SPDX-License-Identifier: Apache-2.0
SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1) AS found;
