-- SPDX-License-Identifier: Apache-2.0
CREATE SCHEMA packages;

-- A courier run («ведомость курьера»): the packages one courier takes at once.
CREATE TABLE packages.runs (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL REFERENCES access.organizations,
  branch_id uuid NOT NULL REFERENCES access.branches,
  number text COLLATE "C" NOT NULL UNIQUE,
  state text NOT NULL CHECK (state IN ('draft', 'sent', 'closed', 'cancelled')),
  courier text NOT NULL,
  created_by uuid NOT NULL REFERENCES access.users,
  created_by_name text NOT NULL,
  created_at timestamptz NOT NULL,
  sent_at timestamptz,
  sent_by_name text NOT NULL DEFAULT '',
  version integer NOT NULL
);
CREATE INDEX runs_recent ON packages.runs (organization_id, branch_id, id);

CREATE TABLE packages.packages (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL REFERENCES access.organizations,
  branch_id uuid NOT NULL REFERENCES access.branches,
  direction text NOT NULL CHECK (direction IN ('to_agency', 'from_agency')),
  number text COLLATE "C" NOT NULL UNIQUE,
  state text NOT NULL CHECK (state IN ('draft', 'ready', 'sent', 'delivered', 'done', 'dissolved')),
  agency_code text NOT NULL,
  agency_name text NOT NULL,
  service_code text NOT NULL,  -- '' = any service of the agency
  run_id uuid REFERENCES packages.runs,
  created_by uuid NOT NULL REFERENCES access.users,
  created_by_name text NOT NULL,
  created_at timestamptz NOT NULL,
  ready_at timestamptz,
  sent_at timestamptz,
  ended_at timestamptz,          -- delivered, done or dissolved
  ended_by_name text NOT NULL DEFAULT '',
  received_on date,              -- by the agency, as it has signed
  incoming_number text NOT NULL DEFAULT '',
  version integer NOT NULL,
  open boolean NOT NULL GENERATED ALWAYS AS (state IN ('draft', 'ready', 'sent')) STORED,
  CHECK (direction = 'to_agency' OR (state IN ('draft', 'done', 'dissolved') AND run_id IS NULL)),
  CHECK (direction = 'from_agency' OR state <> 'done')
);
CREATE INDEX packages_recent ON packages.packages (organization_id, branch_id, id);
CREATE INDEX packages_open ON packages.packages (organization_id, branch_id, id) WHERE open;
CREATE INDEX packages_of_run ON packages.packages (run_id) WHERE run_id IS NOT NULL;

CREATE TABLE packages.package_cases (
  package_id uuid NOT NULL REFERENCES packages.packages ON DELETE CASCADE,
  application_id uuid NOT NULL REFERENCES applications.applications,
  organization_id uuid NOT NULL REFERENCES access.organizations,
  added_at timestamptz NOT NULL,
  -- While the package is open; a case is in one at most.
  on_its_way boolean NOT NULL,
  outcome jsonb,        -- from an agency: what it decided, as `PackageOutcome` in openapi.yaml
  not_taken text NOT NULL DEFAULT '',  -- to an agency: why it did not take the case
  -- What the inventory says of it; NULL in drafts.
  applicant_name text,
  documents integer,
  sheets integer,
  PRIMARY KEY (package_id, application_id),
  CHECK (num_nulls(applicant_name, documents, sheets) IN (0, 3))
);
CREATE UNIQUE INDEX package_cases_on_their_way ON packages.package_cases (application_id) WHERE on_its_way;
CREATE INDEX package_cases_of_application ON packages.package_cases (application_id, package_id);

-- Cases that were taken out of a draft: who opened or printed it before has seen them.
CREATE TABLE packages.removed_cases (
  package_id uuid NOT NULL REFERENCES packages.packages ON DELETE CASCADE,
  application_id uuid NOT NULL REFERENCES applications.applications,
  organization_id uuid NOT NULL REFERENCES access.organizations,
  PRIMARY KEY (application_id, package_id)
);

-- One row a branch, year and kind, locked by whoever takes the next number: no gaps, no doubles.
CREATE TABLE packages.counters (
  branch_id uuid NOT NULL REFERENCES access.branches,
  year integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('package', 'run')),
  organization_id uuid NOT NULL,
  last integer NOT NULL,
  PRIMARY KEY (branch_id, year, kind)
);

ALTER TABLE packages.runs ENABLE ROW LEVEL SECURITY;
ALTER TABLE packages.runs FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON packages.runs USING (okno.visible(organization_id));
ALTER TABLE packages.packages ENABLE ROW LEVEL SECURITY;
ALTER TABLE packages.packages FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON packages.packages USING (okno.visible(organization_id));
ALTER TABLE packages.package_cases ENABLE ROW LEVEL SECURITY;
ALTER TABLE packages.package_cases FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON packages.package_cases USING (okno.visible(organization_id));
ALTER TABLE packages.removed_cases ENABLE ROW LEVEL SECURITY;
ALTER TABLE packages.removed_cases FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON packages.removed_cases USING (okno.visible(organization_id));
ALTER TABLE packages.counters ENABLE ROW LEVEL SECURITY;
ALTER TABLE packages.counters FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON packages.counters USING (okno.visible(organization_id));
