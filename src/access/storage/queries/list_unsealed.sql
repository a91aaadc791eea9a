-- SPDX-License-Identifier: Apache-2.0
SELECT id, at, event, user_id, user_name, object_kind, object_id, reason, remote_address, request_id
FROM access.audit_entries
WHERE organization_id = $1 AND serial IS NULL
ORDER BY id
LIMIT $2;
