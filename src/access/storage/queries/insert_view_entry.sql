-- SPDX-License-Identifier: Apache-2.0
-- The entry of a reading, unless the session has had one of the same request since $14.
WITH fresh AS (
  INSERT INTO access.recent_views AS seen (session_id, request_sha256, organization_id, at)
  VALUES ($12, $13, $2, $3)
  ON CONFLICT (session_id, request_sha256) DO UPDATE SET at = excluded.at WHERE seen.at <= $14
  RETURNING 1)
INSERT INTO access.audit_entries
  (id, organization_id, at, event, user_id, user_name, object_kind, object_id, reason, remote_address, request_id)
SELECT $1::uuid, $2::uuid, $3::timestamptz, $4::text, $5::uuid, $6::text, $7::text, $8::text, $9::text, $10::text,
  $11::text
FROM fresh;
