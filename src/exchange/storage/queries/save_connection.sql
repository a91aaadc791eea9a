-- SPDX-License-Identifier: Apache-2.0
-- Saving the same again also counts as a change: the keys behind the paths may be new.
INSERT INTO exchange.connections (id, organization_id, mnemonic, url, version, key_path, certificate_path,
  bus_certificate_pem, trusted_roots_pem)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
ON CONFLICT (organization_id) DO UPDATE SET mnemonic = excluded.mnemonic, url = excluded.url,
  version = excluded.version, key_path = excluded.key_path, certificate_path = excluded.certificate_path,
  bus_certificate_pem = excluded.bus_certificate_pem, trusted_roots_pem = excluded.trusted_roots_pem,
  revision = exchange.connections.revision + 1, state = 'unknown', failures = 0, retry_at = NULL, last_error = ''
