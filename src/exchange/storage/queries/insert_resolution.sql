-- SPDX-License-Identifier: Apache-2.0
INSERT INTO exchange.resolutions (id, organization_id, message_id, action, reason, state_before, error_code, user_id,
  user_name, at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
