-- SPDX-License-Identifier: Apache-2.0
DELETE FROM testbed.ftp_accounts WHERE message_id = $1 AND recipient = $2
