-- SPDX-License-Identifier: Apache-2.0
CREATE SCHEMA contact_center;

-- Somebody is to be told something. Fed by changes of applications, one open call a case.
CREATE TABLE contact_center.calls (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL REFERENCES access.organizations,
  application_id uuid NOT NULL REFERENCES applications.applications ON DELETE CASCADE,
  reason text NOT NULL CHECK (reason IN ('result', 'rework')),
  since timestamptz NOT NULL,
  next_at timestamptz NOT NULL,
  call_back_at timestamptz,
  done boolean NOT NULL
);
CREATE UNIQUE INDEX calls_open_of_application ON contact_center.calls (application_id) WHERE NOT done;
CREATE INDEX calls_open ON contact_center.calls (organization_id, next_at, id) WHERE NOT done;

CREATE TABLE contact_center.attempts (
  id uuid PRIMARY KEY,
  call_id uuid NOT NULL REFERENCES contact_center.calls ON DELETE CASCADE,
  organization_id uuid NOT NULL REFERENCES access.organizations,
  at timestamptz NOT NULL,
  user_id uuid NOT NULL REFERENCES access.users,
  by_name text NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('reached', 'no_answer', 'busy', 'wrong_number', 'call_back')),
  note text NOT NULL
);
CREATE INDEX attempts_of_call ON contact_center.attempts (call_id, id);

ALTER TABLE contact_center.calls ENABLE ROW LEVEL SECURITY;
ALTER TABLE contact_center.calls FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON contact_center.calls USING (okno.visible(organization_id));
ALTER TABLE contact_center.attempts ENABLE ROW LEVEL SECURITY;
ALTER TABLE contact_center.attempts FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON contact_center.attempts USING (okno.visible(organization_id));
