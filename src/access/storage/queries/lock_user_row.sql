-- SPDX-License-Identifier: Apache-2.0
-- Two uses of one code at the same moment: the second waits and then sees the step of the first.
SELECT id, login, password_hash, totp_secret, totp_pending_secret, totp_last_step, locked_at IS NOT NULL AS locked
FROM access.users
WHERE id = $1
FOR UPDATE;
