-- SPDX-License-Identifier: Apache-2.0
-- Held by the session: two processes that start at once apply the steps one after the other.
SELECT pg_advisory_lock($1::bigint);
