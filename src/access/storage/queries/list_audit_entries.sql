-- SPDX-License-Identifier: Apache-2.0
SELECT id, at, event, user_id, user_name, object_kind, object_id, reason, remote_address, request_id, serial, hash
FROM access.audit_entries
WHERE organization_id = $1 AND serial < $2
  AND ($3::text IS NULL OR object_kind = $3)
  AND ($4::text IS NULL OR object_id = $4)
  AND ($5::uuid IS NULL OR user_id = $5)
  AND ($6::text IS NULL OR event = $6)
  AND ($7::timestamptz IS NULL OR at >= $7)
  AND ($8::timestamptz IS NULL OR at < $8)
  AND ($9::text[] IS NULL OR (object_kind, object_id) IN (SELECT * FROM unnest($9::text[], $10::text[])))
ORDER BY serial DESC
LIMIT $11;
