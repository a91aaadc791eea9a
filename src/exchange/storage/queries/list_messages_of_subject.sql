-- SPDX-License-Identifier: Apache-2.0
SELECT id, organization_id, connection_id, outgoing, operation, state, smev_id, '{}' AS previous_smev_ids, maybe_accepted,
  request_id, subject_kind, subject_id, content_namespace, content_root, '' AS content_xml, '' AS reply_to, sender_name,
  signature_verdict, signer_name, signer_until, status_code, rejection_code, note, error_code, error, attempts,
  next_attempt_at, created_at, sent_at, size
FROM exchange.messages
WHERE subject_id = $1 AND organization_id = $2 AND id < $3 AND ($4::boolean IS NULL OR outgoing = $4)
  AND ($5 = '' OR state = $5)
ORDER BY id DESC
LIMIT $6
