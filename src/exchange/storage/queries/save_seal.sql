-- SPDX-License-Identifier: Apache-2.0
UPDATE exchange.attachments SET hash = $3, signature = $4, uploaded_at = $5
WHERE message_id = $1 AND position = $2
