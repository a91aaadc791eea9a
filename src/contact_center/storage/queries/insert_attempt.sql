-- SPDX-License-Identifier: Apache-2.0
INSERT INTO contact_center.attempts (id, call_id, organization_id, at, user_id, by_name, outcome, note)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
