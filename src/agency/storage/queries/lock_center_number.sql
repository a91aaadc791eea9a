-- SPDX-License-Identifier: Apache-2.0
-- Until the commit nobody else makes a card of this application.
SELECT pg_advisory_xact_lock(hashtextextended('agency/' || $1::uuid || '/' || $2::text, 0))
