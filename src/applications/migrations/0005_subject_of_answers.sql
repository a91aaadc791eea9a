-- SPDX-License-Identifier: Apache-2.0
-- Whom an answer is about, when that is not the applicant of the case, and whether it has brought the document.
ALTER TABLE applications.inquiry_answers
  ADD COLUMN subject text NOT NULL DEFAULT '',
  ADD COLUMN brings boolean NOT NULL DEFAULT false;
ALTER TABLE applications.inquiry_answers ALTER COLUMN subject DROP DEFAULT, ALTER COLUMN brings DROP DEFAULT;

UPDATE applications.inquiry_answers a SET
  subject = CASE WHEN i.applicant_id IS DISTINCT FROM c.applicant_id THEN i.subject_name ELSE '' END,
  brings = a.has_data AND i.applicant_id IS NOT DISTINCT FROM c.applicant_id
FROM inquiries.inquiries i, applications.applications c
WHERE i.id = a.inquiry_id AND c.id = a.application_id;
