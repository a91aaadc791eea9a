-- SPDX-License-Identifier: Apache-2.0
SELECT content_id, mime_type, content FROM testbed.attachments WHERE message_id = $1 ORDER BY position
