-- SPDX-License-Identifier: Apache-2.0
SELECT id, totp_secret, totp_pending_secret, totp_last_step
FROM access.users
WHERE totp_secret IS NOT NULL OR totp_pending_secret IS NOT NULL
ORDER BY id
FOR UPDATE;
