-- SPDX-License-Identifier: Apache-2.0
SELECT name, content_type, sha256_hex, size, content_id, ftp_id, hash, signature, verdict, signer_name, signer_until,
  uploaded_at
FROM exchange.attachments
WHERE message_id = $1
ORDER BY position
