-- SPDX-License-Identifier: Apache-2.0
SELECT id, organization_id, mnemonic, url, version, key_path, certificate_path, bus_certificate_pem, trusted_roots_pem,
  revision, state, failures, retry_at, last_error, last_success_at, 0 AS waiting
FROM exchange.connections
WHERE organization_id = $1
