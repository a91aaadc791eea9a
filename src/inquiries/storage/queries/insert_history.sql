-- SPDX-License-Identifier: Apache-2.0
INSERT INTO inquiries.history (
  id, inquiry_id, organization_id, version, at, user_id, actor, kind, from_state, to_state, code, detail, reason)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
