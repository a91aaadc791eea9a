-- SPDX-License-Identifier: Apache-2.0
SELECT format('DROP DATABASE IF EXISTS %I WITH (FORCE)', $1::text) AS statement;
