-- SPDX-License-Identifier: Apache-2.0
SELECT pg_notify($1, $2);
