-- SPDX-License-Identifier: Apache-2.0
-- The storage clears directories of what it has taken: a message under another id brings its files again.
UPDATE exchange.attachments SET uploaded_at = NULL WHERE message_id = $1 AND ftp_id IS NOT NULL
