-- SPDX-License-Identifier: Apache-2.0
SELECT pg_advisory_xact_lock(hashtextextended(concat_ws('|', 'applicants.inn', $1::uuid, $2::text), 0))
