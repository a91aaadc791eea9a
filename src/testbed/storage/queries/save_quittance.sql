-- SPDX-License-Identifier: Apache-2.0
INSERT INTO testbed.quittances (uin, payment_id, forced, created_at) VALUES ($1, $2, $3, $4)
ON CONFLICT (uin, payment_id) DO UPDATE SET forced = excluded.forced, revoked = false, created_at = excluded.created_at
