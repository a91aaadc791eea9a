-- SPDX-License-Identifier: Apache-2.0
INSERT INTO testbed.ftp_accounts (user_name, password, message_id, directory, recipient, valid_until)
VALUES ($1, $2, $3, $4, $5, $6)
