-- SPDX-License-Identifier: Apache-2.0
INSERT INTO testbed.certificates (sha256, mnemonic, pem, active) VALUES ($1, $2, $3, true)
ON CONFLICT (sha256) DO UPDATE SET mnemonic = excluded.mnemonic, active = true
