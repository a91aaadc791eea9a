-- SPDX-License-Identifier: Apache-2.0
INSERT INTO testbed.participants (mnemonic, name, certificate_pem, certificate_sha256)
VALUES ($1, $2, $3, $4)
ON CONFLICT (mnemonic) DO UPDATE SET name = excluded.name, certificate_pem = excluded.certificate_pem,
  certificate_sha256 = excluded.certificate_sha256
