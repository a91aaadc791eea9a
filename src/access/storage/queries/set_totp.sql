-- SPDX-License-Identifier: Apache-2.0
UPDATE access.users
SET totp_secret = $2, totp_pending_secret = $3, totp_last_step = $4
WHERE id = $1;
