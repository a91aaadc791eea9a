-- SPDX-License-Identifier: Apache-2.0
INSERT INTO access.idempotency_keys (organization_id, user_id, key, operation, request_sha256, answer, created_at)
VALUES ($1, $2, $3, $4, $5, $6, $7);
