-- SPDX-License-Identifier: Apache-2.0
INSERT INTO exchange.attachments (message_id, position, organization_id, name, content_type, sha256_hex, size,
  content_id, ftp_id, hash, signature, verdict, signer_name, signer_until)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
