-- SPDX-License-Identifier: Apache-2.0
SELECT id, login, password_hash, totp_secret, totp_pending_secret, totp_last_step, locked_at IS NOT NULL AS locked
FROM access.users
WHERE login = $1;
