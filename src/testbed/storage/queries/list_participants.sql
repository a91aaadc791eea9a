-- SPDX-License-Identifier: Apache-2.0
SELECT mnemonic, name, upload_directory, ftp_password, quota_bytes, important, aggregator, frgu_codes, push_url
FROM testbed.participants
ORDER BY mnemonic
