-- SPDX-License-Identifier: Apache-2.0
INSERT INTO testbed.participants (mnemonic, name, upload_directory, ftp_password, quota_bytes, important, aggregator,
  frgu_codes, push_url)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
ON CONFLICT (mnemonic) DO UPDATE SET name = excluded.name, upload_directory = excluded.upload_directory,
  ftp_password = excluded.ftp_password, quota_bytes = excluded.quota_bytes, important = excluded.important,
  aggregator = excluded.aggregator, frgu_codes = excluded.frgu_codes, push_url = excluded.push_url
