-- SPDX-License-Identifier: Apache-2.0
SELECT format('CREATE DATABASE %I OWNER %I TEMPLATE %I', $1::text, $2::text, $3::text) AS statement;
