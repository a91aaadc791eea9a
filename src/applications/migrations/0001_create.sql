-- SPDX-License-Identifier: Apache-2.0
CREATE SCHEMA applications;

CREATE TABLE applications.applications (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL REFERENCES access.organizations,
  branch_id uuid NOT NULL REFERENCES access.branches,
  applicant_id uuid NOT NULL REFERENCES applicants.applicants,
  applicant_name text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('service', 'consultation')),
  status text NOT NULL CHECK (status IN ('draft', 'intake', 'processing', 'rework', 'delivery_queued',
    'delivery_on_demand', 'sent', 'in_agency', 'awaiting_notice', 'ready_to_issue', 'closed', 'refused_intake',
    'withdrawn', 'unclaimed')),
  number text COLLATE "C" UNIQUE CHECK ((number IS NULL) = (serial IS NULL)),
  serial integer,
  service_code text NOT NULL,
  service_version integer NOT NULL,
  form jsonb NOT NULL,
  marks jsonb NOT NULL,
  representative jsonb,
  consent boolean NOT NULL,
  operator_id uuid NOT NULL REFERENCES access.users,
  operator_name text NOT NULL,
  executor_id uuid REFERENCES access.users,
  executor_name text NOT NULL,
  filed_at timestamptz,
  planned_date date,
  external_status jsonb,
  rework_reason text NOT NULL,
  rework_until date,
  decision jsonb,
  message_id uuid,
  issue_branch_id uuid REFERENCES access.branches,
  version integer NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  -- What still wants work, and by when: the work lists read nothing else, however many cases are closed.
  open boolean NOT NULL GENERATED ALWAYS AS
    (status NOT IN ('closed', 'refused_intake', 'withdrawn', 'unclaimed')) STORED,
  urgent_by date NOT NULL GENERATED ALWAYS AS (coalesce(planned_date, DATE '9999-12-31')) STORED
) WITH (fillfactor = 80);

CREATE INDEX applications_open ON applications.applications (organization_id, branch_id, urgent_by, id) WHERE open;
CREATE INDEX applications_open_everywhere ON applications.applications (organization_id, urgent_by, id)
  INCLUDE (branch_id, status, operator_id, executor_id, planned_date) WHERE open;  -- counts of lists read it alone
CREATE INDEX applications_recent ON applications.applications (organization_id, branch_id, id);
CREATE INDEX applications_recent_everywhere ON applications.applications (organization_id, id);
CREATE INDEX applications_of_applicant ON applications.applications (applicant_id, id);
CREATE INDEX applications_serial ON applications.applications (organization_id, serial);
CREATE INDEX applications_rework ON applications.applications (rework_until) WHERE status = 'rework';
CREATE INDEX applications_executor ON applications.applications (executor_id) WHERE open;
-- Without these the planner takes the open cases, and those of one organization, for a handful and sorts them all.
CREATE STATISTICS applications.status_by_open (mcv) ON status, open FROM applications.applications;
CREATE STATISTICS applications.organization_text ON (organization_id::text) FROM applications.applications;

CREATE TABLE applications.history (
  id uuid PRIMARY KEY,
  application_id uuid NOT NULL REFERENCES applications.applications ON DELETE CASCADE,
  organization_id uuid NOT NULL,
  version integer NOT NULL,
  at timestamptz NOT NULL,
  user_id uuid,
  actor text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('status', 'external_status', 'document', 'note', 'assignment', 'print')),
  from_status text,
  to_status text,
  code text NOT NULL,
  detail text NOT NULL,
  reason text NOT NULL
);
CREATE INDEX history_of_application ON applications.history (application_id, id);

-- One row a branch and year, locked by the filing that takes the next number: no gaps, no doubles.
CREATE TABLE applications.counters (
  branch_id uuid NOT NULL REFERENCES access.branches,
  year integer NOT NULL,
  organization_id uuid NOT NULL,
  last integer NOT NULL,
  PRIMARY KEY (branch_id, year)
);

-- No status is ever set without its row in the history. Judged at commit, so the order of the statements is free.
CREATE FUNCTION applications.check_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.status = OLD.status THEN RETURN NULL; END IF;
  IF NOT EXISTS (SELECT FROM applications.history h
                 WHERE h.application_id = NEW.id AND h.version = NEW.version AND h.to_status = NEW.status) THEN
    RAISE EXCEPTION 'status % of application % has no history row', NEW.status, NEW.id
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'applications_status_in_history';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER applications_status_in_history
  AFTER INSERT OR UPDATE OF status ON applications.applications
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION applications.check_history();

ALTER TABLE applications.applications ENABLE ROW LEVEL SECURITY;
ALTER TABLE applications.applications FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON applications.applications USING (okno.visible(organization_id));
ALTER TABLE applications.history ENABLE ROW LEVEL SECURITY;
ALTER TABLE applications.history FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON applications.history USING (okno.visible(organization_id));
ALTER TABLE applications.counters ENABLE ROW LEVEL SECURITY;
ALTER TABLE applications.counters FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON applications.counters USING (okno.visible(organization_id));

-- What rooms above may join with; the policy holds behind it.
CREATE VIEW applications.v_cases WITH (security_invoker) AS
SELECT id, organization_id, branch_id, applicant_id, number, serial, status, service_code, service_version, rework_reason,
  rework_until
FROM applications.applications;
