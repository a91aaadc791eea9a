-- SPDX-License-Identifier: Apache-2.0
INSERT INTO exchange.attachments (message_id, position, organization_id, name, content_type, sha256_hex, size, content_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
