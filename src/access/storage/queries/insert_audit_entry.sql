-- SPDX-License-Identifier: Apache-2.0
INSERT INTO access.audit_entries
  (id, organization_id, at, event, user_id, user_name, object_kind, object_id, reason, remote_address, request_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);
