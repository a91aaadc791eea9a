-- SPDX-License-Identifier: Apache-2.0
-- Whom an answer was asked about; '{}': nobody by name, or of an answer taken before this.
ALTER TABLE applications.inquiry_answers ADD asked jsonb NOT NULL DEFAULT '{}';
