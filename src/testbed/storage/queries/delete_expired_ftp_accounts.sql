-- SPDX-License-Identifier: Apache-2.0
DELETE FROM testbed.ftp_accounts WHERE valid_until <= $1
