-- SPDX-License-Identifier: Apache-2.0
-- System tables without row-level security: a runner sees the work of all organizations.
CREATE SCHEMA jobs;

-- Facts told upward; the dispatcher turns each into one job per subscriber and deletes it.
CREATE TABLE jobs.outbox (
  id              bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  type            text        NOT NULL,
  payload         jsonb       NOT NULL,
  organization_id text        NOT NULL,
  created_at      timestamptz NOT NULL DEFAULT now()
);

-- Who listens, known to every process, so that the one that dispatches needs not be the one that handles.
CREATE TABLE jobs.subscriptions (
  type       text NOT NULL,
  subscriber text NOT NULL,
  PRIMARY KEY (type, subscriber)
);

-- run_at -infinity = at once: the caller's clock may be a simulated one. attempt counts runs that failed or were begun
-- outside a transaction.
CREATE TABLE jobs.jobs (
  id              uuid        PRIMARY KEY,
  position        bigint      GENERATED ALWAYS AS IDENTITY,
  kind            text        NOT NULL,
  key             text        NOT NULL DEFAULT '',
  payload         jsonb       NOT NULL,
  organization_id text        NOT NULL DEFAULT '',
  run_at          timestamptz NOT NULL DEFAULT '-infinity',
  attempt         integer     NOT NULL DEFAULT 0,
  max_attempts    integer     NOT NULL CHECK (max_attempts > 0),
  state           text        NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'running', 'parked')),
  lease_token     uuid,
  lease_until     timestamptz,
  last_error      text        NOT NULL DEFAULT '',
  created_at      timestamptz NOT NULL DEFAULT now(),
  CHECK ((state = 'running') = (lease_token IS NOT NULL AND lease_until IS NOT NULL))
);
CREATE UNIQUE INDEX jobs_waiting_key ON jobs.jobs (kind, key) WHERE state = 'waiting' AND key <> '';
CREATE INDEX jobs_waiting ON jobs.jobs (run_at, position) WHERE state = 'waiting';
CREATE INDEX jobs_running ON jobs.jobs (lease_until) WHERE state = 'running';
CREATE INDEX jobs_parked ON jobs.jobs (position) WHERE state = 'parked';

CREATE TABLE jobs.schedules (
  name    text        PRIMARY KEY,
  next_at timestamptz NOT NULL DEFAULT '-infinity'
);

-- Rows live for moments here: dead ones must go before the indexes grow.
ALTER TABLE jobs.outbox SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
ALTER TABLE jobs.jobs SET (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_threshold = 2000);
