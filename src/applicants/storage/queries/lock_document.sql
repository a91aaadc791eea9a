-- SPDX-License-Identifier: Apache-2.0
SELECT pg_advisory_xact_lock(hashtextextended(
  concat_ws('|', 'applicants.document', $1::uuid, $2::text, applicants.document_key($3::jsonb)), 0))
