-- SPDX-License-Identifier: Apache-2.0
-- The entry of a request that had its effect under a key. The row's lock makes equal requests at once tell one after the
-- other. Of a key that is not known the entry is that of an action.
WITH telling AS (
  UPDATE access.idempotency_keys SET told = told + 1
  WHERE organization_id = $2 AND user_id = $5 AND key = $12
  RETURNING told)
INSERT INTO access.audit_entries
  (id, organization_id, at, event, user_id, user_name, object_kind, object_id, reason, remote_address, request_id)
SELECT $1::uuid, $2::uuid, $3::timestamptz, $4::text, $5::uuid, $6::text, $7::text, $8::text,
  CASE WHEN (SELECT told FROM telling) > 1 THEN $13 ELSE $9::text END, $10::text, $11::text;
