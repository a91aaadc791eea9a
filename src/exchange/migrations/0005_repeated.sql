-- SPDX-License-Identifier: Apache-2.0
-- When a person had the delivery begin anew: its term counts from then.
ALTER TABLE exchange.messages ADD COLUMN repeated_at timestamptz;
CREATE OR REPLACE VIEW exchange.whole_messages WITH (security_invoker = true) AS
SELECT id, organization_id, connection_id, outgoing, operation, state, smev_id, previous_smev_ids, maybe_accepted,
  request_id, subject_kind, subject_id, content_namespace, content_root, content_xml, reply_to, sender_name,
  recipient_name, signature_verdict, signer_name, signer_until, status_code, rejection_code, note, notes, error_code,
  error, attempts, next_attempt_at, created_at, sent_at, size, version, reference_id, transaction_code, node_id,
  end_of_life, is_test, case_number, service_kind, service_code, frgu, personal_signature, bus_verdict, bus_signer,
  bus_signer_until, personal_verdict, personal_signer, personal_until, tries, tried_at,
  repeated_at
FROM exchange.messages;
CREATE OR REPLACE VIEW exchange.message_heads WITH (security_invoker = true) AS
SELECT id, organization_id, connection_id, outgoing, operation, state, smev_id, '{}'::uuid[] AS previous_smev_ids,
  maybe_accepted, request_id, subject_kind, subject_id, content_namespace, content_root, '' AS content_xml, '' AS reply_to, sender_name,
  recipient_name, signature_verdict, signer_name, signer_until, status_code, rejection_code, note, notes, error_code,
  error, attempts, next_attempt_at, created_at, sent_at, size, version, reference_id, transaction_code, node_id,
  end_of_life, is_test, case_number, service_kind, service_code, frgu, '' AS personal_signature, bus_verdict,
  bus_signer, bus_signer_until, personal_verdict, personal_signer, personal_until, tries, tried_at,
  repeated_at
FROM exchange.messages;
