-- SPDX-License-Identifier: Apache-2.0
SELECT name, content_type, sha256_hex, size, content_id
FROM exchange.attachments
WHERE message_id = $1
ORDER BY position
