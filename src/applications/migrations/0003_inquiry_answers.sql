-- SPDX-License-Identifier: Apache-2.0
-- What agencies answered to inquiries made for documents of the checklist; each inquiry counts once.
CREATE TABLE applications.inquiry_answers (
  inquiry_id uuid PRIMARY KEY REFERENCES inquiries.inquiries,
  application_id uuid NOT NULL REFERENCES applications.applications ON DELETE CASCADE,
  organization_id uuid NOT NULL REFERENCES access.organizations,
  item text NOT NULL,
  number text NOT NULL,
  title text NOT NULL,
  agency text NOT NULL,
  has_data boolean NOT NULL,
  words text NOT NULL,
  signature_verdict text NOT NULL,
  signer_name text NOT NULL,
  personal_verdict text NOT NULL,
  person_name text NOT NULL,
  answered_at timestamptz NOT NULL
);
CREATE INDEX inquiry_answers_of_application ON applications.inquiry_answers (application_id, inquiry_id);

ALTER TABLE applications.inquiry_answers ENABLE ROW LEVEL SECURITY;
ALTER TABLE applications.inquiry_answers FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON applications.inquiry_answers USING (okno.visible(organization_id));
