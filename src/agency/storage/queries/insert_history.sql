-- SPDX-License-Identifier: Apache-2.0
INSERT INTO agency.history (id, organization_id, registration_id, at, actor_id, actor, kind, from_status, to_status, text, reason)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
