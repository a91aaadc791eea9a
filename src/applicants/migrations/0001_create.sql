-- SPDX-License-Identifier: Apache-2.0
CREATE SCHEMA applicants;
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;

CREATE TABLE applicants.applicants (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL REFERENCES access.organizations,
  kind text NOT NULL CHECK (kind IN ('person', 'entrepreneur', 'legal_entity')),
  last_name text NOT NULL,
  first_name text NOT NULL,
  middle_name text NOT NULL,
  birth_date date,
  birth_place text NOT NULL,
  sex text NOT NULL CHECK (sex IN ('', 'male', 'female')),
  citizenship text NOT NULL,
  snils text NOT NULL CHECK (snils ~ '^(\d{11})?$'),
  inn text NOT NULL CHECK (inn ~ '^(\d{10}|\d{12})?$'),
  ogrn text NOT NULL CHECK (ogrn ~ '^(\d{13}|\d{15})?$'),
  kpp text NOT NULL,
  full_name text NOT NULL,
  short_name text NOT NULL,
  head_name text NOT NULL,
  head_position text NOT NULL,
  identity_document jsonb,
  other_documents jsonb NOT NULL,
  registration_address text NOT NULL,
  residence_address text NOT NULL,
  phone text NOT NULL,
  email text NOT NULL,
  version integer NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX applicants_snils ON applicants.applicants (organization_id, snils) WHERE snils <> '';
-- Divisions of one entity share its INN and OGRN and differ in the KPP.
CREATE UNIQUE INDEX applicants_inn ON applicants.applicants (organization_id, inn, kpp)
  WHERE kind = 'legal_entity' AND inn <> '';
CREATE UNIQUE INDEX applicants_ogrn ON applicants.applicants (organization_id, ogrn, kpp) WHERE ogrn <> '';

CREATE TABLE applicants.changes (
  id uuid PRIMARY KEY,
  applicant_id uuid NOT NULL REFERENCES applicants.applicants,
  organization_id uuid NOT NULL REFERENCES access.organizations,
  at timestamptz NOT NULL,
  user_id uuid,
  actor text NOT NULL,
  changes jsonb NOT NULL
);
CREATE INDEX changes_of_applicant ON applicants.changes (applicant_id, id);

-- What the search box looks through: folded names and digits of the numbers, each word after a blank. It is a table of
-- its own without row-level security, because LIKE is not leakproof and so never uses an index under a policy. Nothing
-- is ever selected from it but ids, and those are joined with applicants.applicants, where the policy holds.
CREATE TABLE applicants.search_keys (
  applicant_id uuid PRIMARY KEY REFERENCES applicants.applicants ON DELETE CASCADE,
  organization_id uuid NOT NULL,
  search text NOT NULL
);
-- Without the list of pending entries, which every search would read to its end.
CREATE INDEX search_keys_trigrams ON applicants.search_keys USING gin (search gin_trgm_ops) WITH (fastupdate = off);

ALTER TABLE applicants.applicants ENABLE ROW LEVEL SECURITY;
ALTER TABLE applicants.applicants FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON applicants.applicants USING (okno.visible(organization_id));
ALTER TABLE applicants.changes ENABLE ROW LEVEL SECURITY;
ALTER TABLE applicants.changes FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON applicants.changes USING (okno.visible(organization_id));

-- What rooms above may join with; the policy holds behind it.
CREATE VIEW applicants.v_cards WITH (security_invoker) AS
SELECT id, organization_id, kind, last_name, first_name, middle_name, phone,
  CASE WHEN kind = 'legal_entity' THEN full_name
       ELSE concat_ws(' ', CASE WHEN kind = 'entrepreneur' THEN 'ИП' END, nullif(last_name, ''), nullif(first_name, ''),
                      nullif(middle_name, '')) END AS display_name
FROM applicants.applicants;
