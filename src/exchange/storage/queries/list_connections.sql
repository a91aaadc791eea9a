-- SPDX-License-Identifier: Apache-2.0
SELECT id, organization_id, mnemonic, url, version, key_path, certificate_path, bus_certificate_pem, trusted_roots_pem,
  revision, state, failures, retry_at, last_error, last_success_at,
  (SELECT count(*) FROM exchange.messages m WHERE m.connection_id = c.id AND m.state = 'waiting') AS waiting
FROM exchange.connections c
ORDER BY mnemonic
