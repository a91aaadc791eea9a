-- SPDX-License-Identifier: Apache-2.0
INSERT INTO testbed.attachments (message_id, position, content_id, mime_type, content)
VALUES ($1, $2, $3, $4, $5)
