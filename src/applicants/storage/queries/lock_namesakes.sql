-- SPDX-License-Identifier: Apache-2.0
-- Until the commit nobody else looks for people of this name and birth date; $2 is folded as for the search.
SELECT pg_advisory_xact_lock(hashtextextended(
  concat_ws('|', 'applicants.namesakes', $1::uuid, $2::text, $3::date), 0))
