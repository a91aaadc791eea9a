-- SPDX-License-Identifier: Apache-2.0
-- Saving the same again also counts as a change: the keys behind the paths may be new.
INSERT INTO exchange.connections (
  id, organization_id, mnemonic, url, version, key_path, certificate_path, bus_certificate_pem, trusted_roots_pem,
  node_id, ftp_host, ftp_port, ftp_user, ftp_password_path, ftp_directory, max_in_flight, max_attempts,
  delivery_hours, poll_shortest_ms, poll_longest_ms, inline_bytes,
  file_bytes)
VALUES (
  $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)
ON CONFLICT (organization_id) DO UPDATE SET
  mnemonic = excluded.mnemonic, url = excluded.url, version = excluded.version, key_path = excluded.key_path,
  certificate_path = excluded.certificate_path, bus_certificate_pem = excluded.bus_certificate_pem,
  trusted_roots_pem = excluded.trusted_roots_pem, node_id = excluded.node_id, ftp_host = excluded.ftp_host,
  ftp_port = excluded.ftp_port, ftp_user = excluded.ftp_user, ftp_password_path = excluded.ftp_password_path,
  ftp_directory = excluded.ftp_directory, max_in_flight = excluded.max_in_flight,
  max_attempts = excluded.max_attempts, delivery_hours = excluded.delivery_hours,
  poll_shortest_ms = excluded.poll_shortest_ms, poll_longest_ms = excluded.poll_longest_ms,
  inline_bytes = excluded.inline_bytes, file_bytes = excluded.file_bytes,
  revision = exchange.connections.revision + 1, state = 'unknown', failures = 0, retry_at = NULL, last_error = '',
  polls = '{}', next_poll_at = NULL,
  former_node_ids = CASE WHEN exchange.connections.node_id IN ('', excluded.node_id)
    THEN array_remove(exchange.connections.former_node_ids, excluded.node_id)
    ELSE array_remove(array_remove(exchange.connections.former_node_ids, excluded.node_id), exchange.connections.node_id)
      || exchange.connections.node_id END
