-- SPDX-License-Identifier: Apache-2.0
INSERT INTO exchange.messages (id, organization_id, connection_id, outgoing, operation, state, smev_id, request_id,
  subject_kind, subject_id, content_namespace, content_root, content_xml, reply_to, sender_name, recipient_name,
  signature_verdict, signer_name, signer_until, status_code, rejection_code, note, notes, error_code, error, created_at,
  size, fingerprint, version, reference_id, transaction_code, node_id, end_of_life, is_test, case_number, service_kind,
  service_code, frgu, personal_signature, bus_verdict, bus_signer, bus_signer_until, personal_verdict, personal_signer,
  personal_until, search, next_attempt_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24,
  $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45,
  to_tsvector('russian', $46),
  CASE WHEN $6 = 'waiting' THEN $26::timestamptz END)
ON CONFLICT DO NOTHING
