-- SPDX-License-Identifier: Apache-2.0
-- Whom the form asks about, by the names of the applicant's card; '{}': nobody, or of an inquiry made before this.
ALTER TABLE inquiries.inquiries ADD asked jsonb NOT NULL DEFAULT '{}';
