-- SPDX-License-Identifier: Apache-2.0
-- A number of an applicant's card at which somebody else answered. It holds while the card has this number.
CREATE TABLE contact_center.wrong_numbers (
  applicant_id uuid NOT NULL REFERENCES applicants.applicants ON DELETE CASCADE,
  phone text NOT NULL,
  organization_id uuid NOT NULL REFERENCES access.organizations,
  at timestamptz NOT NULL,
  by_name text NOT NULL,
  PRIMARY KEY (applicant_id, phone)
);
ALTER TABLE contact_center.wrong_numbers ENABLE ROW LEVEL SECURITY;
ALTER TABLE contact_center.wrong_numbers FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON contact_center.wrong_numbers USING (okno.visible(organization_id));
