-- SPDX-License-Identifier: Apache-2.0
CREATE SCHEMA agency;

-- Which unit takes the applications for a service; a service without a route goes to the agency's top unit.
CREATE TABLE agency.routes (
  organization_id uuid NOT NULL REFERENCES access.organizations,
  service_code    text NOT NULL,
  unit_id         uuid NOT NULL,
  PRIMARY KEY (organization_id, service_code),
  FOREIGN KEY (organization_id, unit_id) REFERENCES access.units (organization_id, id)
);

-- Registration numbers without gaps per agency and year: the row is locked by the registering transaction.
CREATE TABLE agency.counters (
  organization_id uuid NOT NULL REFERENCES access.organizations,
  year            int NOT NULL,
  last            int NOT NULL,
  PRIMARY KEY (organization_id, year)
);

CREATE TABLE agency.registrations (
  id              uuid PRIMARY KEY,
  organization_id uuid NOT NULL REFERENCES access.organizations,
  number          text NOT NULL,
  request_id      uuid NOT NULL REFERENCES exchange.messages,
  answer_id       uuid REFERENCES exchange.messages,
  answer_state    text NOT NULL DEFAULT '' CHECK (answer_state IN ('', 'queued', 'delivered', 'failed')),
  unit_id         uuid NOT NULL,
  executor_id     uuid REFERENCES access.users,
  executor_name   text NOT NULL DEFAULT '',
  status          text NOT NULL CHECK (status IN ('registered', 'in_work', 'decided')),
  center_number   text NOT NULL,
  center_name     text NOT NULL,
  service_code    text NOT NULL,
  service_name    text NOT NULL,
  applicant_name  text NOT NULL,
  applicant       jsonb NOT NULL,
  form            jsonb NOT NULL,
  documents       jsonb NOT NULL,
  signature       text NOT NULL,
  search          text NOT NULL,
  received_at     timestamptz NOT NULL,
  planned_date    date NOT NULL,
  outcome         text NOT NULL DEFAULT '' CHECK (outcome IN ('', 'positive', 'negative')),
  decision_text   text NOT NULL DEFAULT '',
  decided_at      timestamptz,
  decided_by      text NOT NULL DEFAULT '',
  version         bigint NOT NULL DEFAULT 1,
  CONSTRAINT registrations_number UNIQUE (organization_id, number),
  CONSTRAINT registrations_request UNIQUE (request_id),
  FOREIGN KEY (organization_id, unit_id) REFERENCES access.units (organization_id, id),
  CHECK ((status = 'decided') = (decided_at IS NOT NULL))
);
CREATE INDEX registrations_open ON agency.registrations (organization_id, planned_date, id) WHERE status <> 'decided';
CREATE INDEX registrations_newest ON agency.registrations (organization_id, id DESC);
CREATE INDEX registrations_search ON agency.registrations USING gin (search gin_trgm_ops);

CREATE TABLE agency.history (
  id              uuid PRIMARY KEY,
  organization_id uuid NOT NULL REFERENCES access.organizations,
  registration_id uuid NOT NULL REFERENCES agency.registrations,
  at              timestamptz NOT NULL,
  actor_id        uuid REFERENCES access.users,
  actor           text NOT NULL,
  kind            text NOT NULL,
  from_status     text NOT NULL DEFAULT '',
  to_status       text NOT NULL DEFAULT '',
  text            text NOT NULL,
  reason          text NOT NULL DEFAULT ''
);
CREATE INDEX history_registration ON agency.history (registration_id, id);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['routes', 'counters', 'registrations', 'history'] LOOP
    EXECUTE format('ALTER TABLE agency.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE agency.%I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY scope ON agency.%I USING (okno.visible(organization_id))', name);
  END LOOP;
END $$;
