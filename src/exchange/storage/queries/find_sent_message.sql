-- SPDX-License-Identifier: Apache-2.0
SELECT id, organization_id, connection_id, outgoing, operation, state, smev_id, previous_smev_ids, maybe_accepted,
  request_id, subject_kind, subject_id, content_namespace, content_root, content_xml, reply_to, sender_name,
  signature_verdict, signer_name, signer_until, status_code, rejection_code, note, error_code, error, attempts,
  next_attempt_at, created_at, sent_at, size
FROM exchange.messages
WHERE connection_id = $1 AND outgoing AND smev_id = $2
