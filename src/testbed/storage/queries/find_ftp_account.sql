-- SPDX-License-Identifier: Apache-2.0
SELECT user_name, password, message_id, directory, recipient, valid_until
FROM testbed.ftp_accounts
WHERE user_name = $1 AND valid_until > $2
