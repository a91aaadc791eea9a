-- SPDX-License-Identifier: Apache-2.0
DELETE FROM testbed.attachments
WHERE message_id IN (SELECT m.id FROM testbed.messages m
  WHERE m.created_at < $1 AND m.attachment_count > 0
    AND NOT EXISTS (SELECT FROM testbed.deliveries d
      WHERE d.message_id = m.id AND d.state IN ('checking', 'ready')))
