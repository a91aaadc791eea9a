-- SPDX-License-Identifier: Apache-2.0
INSERT INTO access.sessions (id, token_sha256, user_id, organization_id, created_at, last_seen_at, remote_address)
VALUES ($1, $2, $3, $4, $5, $5, $6);
