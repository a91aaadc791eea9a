-- SPDX-License-Identifier: Apache-2.0
INSERT INTO exchange.messages (id, organization_id, connection_id, outgoing, operation, state, smev_id, request_id,
  subject_kind, subject_id, content_namespace, content_root, content_xml, reply_to, sender_name, signature_verdict,
  signer_name, signer_until, status_code, rejection_code, note, error_code, error, created_at, size, fingerprint)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24,
  $25, $26)
ON CONFLICT DO NOTHING
