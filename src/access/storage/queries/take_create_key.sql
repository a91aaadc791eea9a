-- SPDX-License-Identifier: Apache-2.0
-- With the lock of lock_create_key, so that both ways of using a key exclude each other: of two equal requests at once the
-- second waits, and inserts nothing when the first has committed.
INSERT INTO access.idempotency_keys (organization_id, user_id, key, operation, request_sha256, answer, created_at)
SELECT $1::uuid, $2::uuid, $3::text, $4, $5::bytea, $6::jsonb, $7::timestamptz
FROM pg_advisory_xact_lock(hashtextextended($1::text || '/' || $2::text || '/' || $3, 0))
ON CONFLICT DO NOTHING;
