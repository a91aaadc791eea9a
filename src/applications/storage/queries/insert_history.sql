-- SPDX-License-Identifier: Apache-2.0
INSERT INTO applications.history (
  id, application_id, organization_id, version, at, user_id, actor, kind, from_status, to_status, code, detail, reason)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
