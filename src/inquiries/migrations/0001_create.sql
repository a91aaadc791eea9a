-- SPDX-License-Identifier: Apache-2.0
CREATE SCHEMA inquiries;

CREATE TABLE inquiries.inquiries (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL REFERENCES access.organizations,
  branch_id uuid REFERENCES access.branches,  -- the sending branch; none for those who work for all of them
  -- P/26/9451: given when the inquiry is saved for the first time.
  number text COLLATE "C" CHECK ((number IS NULL) = (serial IS NULL)),
  serial integer,
  type_name text NOT NULL,
  type_version integer NOT NULL,
  type_title text NOT NULL,
  addressee text NOT NULL,
  applicant_id uuid REFERENCES applicants.applicants,
  subject_name text NOT NULL,
  -- The case it is made for. Cases live above this room: no key can point there.
  case_kind text NOT NULL,
  case_id uuid CHECK ((case_kind = '') = (case_id IS NULL)),
  case_number text NOT NULL,
  case_item text NOT NULL,
  purpose text NOT NULL CHECK (purpose IN ('', 'fill_applicant')),
  state text NOT NULL CHECK (state IN ('formed', 'ready', 'sent', 'accepted', 'answered', 'not_sent', 'error',
    'not_accepted', 'cancelled')),
  state_text text NOT NULL,
  form jsonb NOT NULL,
  message_id uuid REFERENCES exchange.messages,
  answer jsonb,
  executor_id uuid NOT NULL REFERENCES access.users,
  executor_name text NOT NULL,
  version integer NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  sent_at timestamptz,
  answered_at timestamptz
) WITH (fillfactor = 80);
CREATE UNIQUE INDEX inquiries_number ON inquiries.inquiries (organization_id, number);
CREATE INDEX inquiries_recent ON inquiries.inquiries (organization_id, branch_id, id);
CREATE INDEX inquiries_recent_everywhere ON inquiries.inquiries (organization_id, id);
CREATE INDEX inquiries_serial ON inquiries.inquiries (organization_id, serial);
CREATE INDEX inquiries_of_case ON inquiries.inquiries (case_id, id) WHERE case_id IS NOT NULL;
CREATE INDEX inquiries_of_applicant ON inquiries.inquiries (applicant_id, id) WHERE applicant_id IS NOT NULL;
-- The policy compares texts; without this the planner takes an organization's inquiries for a handful.
CREATE STATISTICS inquiries.organization_text ON (organization_id::text) FROM inquiries.inquiries;

CREATE TABLE inquiries.history (
  id uuid PRIMARY KEY,
  inquiry_id uuid NOT NULL REFERENCES inquiries.inquiries ON DELETE CASCADE,
  organization_id uuid NOT NULL REFERENCES access.organizations,
  version integer NOT NULL,
  at timestamptz NOT NULL,
  user_id uuid,
  actor text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('state', 'edited', 'note')),
  from_state text,
  to_state text,
  code text NOT NULL,
  detail text NOT NULL,
  reason text NOT NULL
);
CREATE INDEX history_of_inquiry ON inquiries.history (inquiry_id, id);

-- One row an organization and year, locked by the save that takes the next number: no gaps, no doubles.
CREATE TABLE inquiries.counters (
  organization_id uuid NOT NULL REFERENCES access.organizations,
  year integer NOT NULL,
  last integer NOT NULL,
  PRIMARY KEY (organization_id, year)
);

-- No state is ever set without its row in the history. Judged at commit, so the order of the statements is free.
CREATE FUNCTION inquiries.check_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.state = OLD.state THEN RETURN NULL; END IF;
  IF NOT EXISTS (SELECT FROM inquiries.history h
                 WHERE h.inquiry_id = NEW.id AND h.version = NEW.version AND h.to_state = NEW.state) THEN
    RAISE EXCEPTION 'state % of inquiry % has no history row', NEW.state, NEW.id
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'inquiries_state_in_history';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER inquiries_state_in_history
  AFTER INSERT OR UPDATE OF state ON inquiries.inquiries
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION inquiries.check_history();

ALTER TABLE inquiries.inquiries ENABLE ROW LEVEL SECURITY;
ALTER TABLE inquiries.inquiries FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON inquiries.inquiries USING (okno.visible(organization_id));
ALTER TABLE inquiries.history ENABLE ROW LEVEL SECURITY;
ALTER TABLE inquiries.history FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON inquiries.history USING (okno.visible(organization_id));
ALTER TABLE inquiries.counters ENABLE ROW LEVEL SECURITY;
ALTER TABLE inquiries.counters FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON inquiries.counters USING (okno.visible(organization_id));
