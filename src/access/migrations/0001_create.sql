-- SPDX-License-Identifier: Apache-2.0
CREATE SCHEMA IF NOT EXISTS okno;
CREATE SCHEMA access;

-- The second lock behind the code's own checks: whether the transaction's scope (db::Scope) covers the organization.
-- Plain SQL without volatile parts, so that the planner inlines it into each policy.
CREATE FUNCTION okno.visible(organization_id uuid) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT current_setting('okno.organization_id', true) = 'system'
      OR current_setting('okno.organization_id', true) = organization_id::text
$$;

CREATE TABLE access.organizations (
  id         uuid PRIMARY KEY,
  kind       text NOT NULL CHECK (kind IN ('center', 'agency')),
  code       text NOT NULL CONSTRAINT organizations_code UNIQUE,
  name       text NOT NULL,
  short_name text NOT NULL,
  ogrn       text NOT NULL,
  address    text NOT NULL,
  time_zone  text NOT NULL,
  created_at timestamptz NOT NULL
);
ALTER TABLE access.organizations ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.organizations FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON access.organizations USING (okno.visible(id));

CREATE TABLE access.branches (
  id              uuid PRIMARY KEY,
  organization_id uuid NOT NULL REFERENCES access.organizations,
  code            text NOT NULL CHECK (code ~ '^[0-9]{4}$') CONSTRAINT branches_code UNIQUE,
  name            text NOT NULL,
  address         text NOT NULL,
  hours           text NOT NULL,
  time_zone       text NOT NULL,
  created_at      timestamptz NOT NULL,
  UNIQUE (organization_id, id)
);
ALTER TABLE access.branches ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.branches FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON access.branches USING (okno.visible(organization_id));

CREATE TABLE access.units (
  id              uuid PRIMARY KEY,
  organization_id uuid NOT NULL REFERENCES access.organizations,
  parent_id       uuid,
  name            text NOT NULL,
  created_at      timestamptz NOT NULL,
  UNIQUE (organization_id, id),
  CHECK (parent_id <> id),
  FOREIGN KEY (organization_id, parent_id) REFERENCES access.units (organization_id, id)
);
CREATE INDEX units_parent ON access.units (parent_id);
ALTER TABLE access.units ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.units FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON access.units USING (okno.visible(organization_id));

-- Secrets of people: of no organization, so only system work (sign-in) sees them.
CREATE TABLE access.users (
  id                  uuid PRIMARY KEY,
  login               text NOT NULL CHECK (login = lower(login)) CONSTRAINT users_login UNIQUE,
  password_hash       text NOT NULL,
  totp_secret         bytea,
  totp_pending_secret bytea,
  totp_last_step      bigint NOT NULL DEFAULT 0,  -- a one-time code is good once (RFC 6238, 5.2)
  locked_at           timestamptz,
  created_at          timestamptz NOT NULL
);
ALTER TABLE access.users ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.users FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON access.users USING (okno.visible(NULL));

CREATE TABLE access.employees (
  user_id         uuid PRIMARY KEY REFERENCES access.users,
  organization_id uuid NOT NULL REFERENCES access.organizations,
  branch_id       uuid,
  unit_id         uuid,
  last_name       text NOT NULL,
  first_name      text NOT NULL,
  middle_name     text NOT NULL,
  roles           text[] NOT NULL,
  active          boolean NOT NULL,
  created_at      timestamptz NOT NULL,
  FOREIGN KEY (organization_id, branch_id) REFERENCES access.branches (organization_id, id),
  FOREIGN KEY (organization_id, unit_id) REFERENCES access.units (organization_id, id)
);
CREATE INDEX employees_organization ON access.employees (organization_id, last_name, first_name);
ALTER TABLE access.employees ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.employees FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON access.employees USING (okno.visible(organization_id));

CREATE TABLE access.sessions (
  id              uuid PRIMARY KEY,
  token_sha256    bytea NOT NULL CONSTRAINT sessions_token UNIQUE,
  user_id         uuid NOT NULL REFERENCES access.users,
  organization_id uuid NOT NULL REFERENCES access.organizations,
  created_at      timestamptz NOT NULL,
  last_seen_at    timestamptz NOT NULL,
  remote_address  text NOT NULL
);
CREATE INDEX sessions_user ON access.sessions (user_id);
CREATE INDEX sessions_last_seen ON access.sessions (last_seen_at);
ALTER TABLE access.sessions ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.sessions FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON access.sessions USING (okno.visible(organization_id));

-- Failed sign-ins by login and by address. The key is a digest: people type passwords into the login field.
CREATE TABLE access.sign_in_failures (
  key           bytea PRIMARY KEY,
  failures      integer NOT NULL,
  blocked_until timestamptz NOT NULL,
  last_at       timestamptz NOT NULL
);
ALTER TABLE access.sign_in_failures ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.sign_in_failures FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON access.sign_in_failures USING (okno.visible(NULL));

CREATE TABLE access.idempotency_keys (
  organization_id uuid NOT NULL REFERENCES access.organizations,
  user_id         uuid NOT NULL REFERENCES access.users,
  key             text NOT NULL,
  operation       text NOT NULL,
  request_sha256  bytea NOT NULL,
  answer          jsonb NOT NULL,
  created_at      timestamptz NOT NULL,
  PRIMARY KEY (organization_id, user_id, key)
);
CREATE INDEX idempotency_keys_created ON access.idempotency_keys (created_at);
ALTER TABLE access.idempotency_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.idempotency_keys FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON access.idempotency_keys USING (okno.visible(organization_id));

-- The audit trail. serial and hash are empty until the row is sealed into its organization's chain.
CREATE TABLE access.audit_entries (
  id              uuid PRIMARY KEY,
  organization_id uuid NOT NULL REFERENCES access.organizations,
  at              timestamptz NOT NULL,
  event           text NOT NULL,
  user_id         uuid,
  user_name       text NOT NULL,
  object_kind     text NOT NULL,
  object_id       text NOT NULL,
  reason          text NOT NULL,
  remote_address  text NOT NULL,
  request_id      text NOT NULL,
  serial          bigint,
  hash            bytea,
  CHECK ((serial IS NULL) = (hash IS NULL))
);
CREATE UNIQUE INDEX audit_entries_serial ON access.audit_entries (organization_id, serial);
CREATE INDEX audit_entries_unsealed ON access.audit_entries (organization_id, id) WHERE serial IS NULL;
CREATE INDEX audit_entries_object ON access.audit_entries (organization_id, object_kind, object_id, serial);
CREATE INDEX audit_entries_user ON access.audit_entries (organization_id, user_id, serial);
ALTER TABLE access.audit_entries ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.audit_entries FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON access.audit_entries USING (okno.visible(organization_id));

-- Where each chain ends, so that rows missing at its end are found as well.
CREATE TABLE access.audit_heads (
  organization_id uuid PRIMARY KEY REFERENCES access.organizations,
  serial          bigint NOT NULL,
  hash            bytea NOT NULL
);
ALTER TABLE access.audit_heads ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.audit_heads FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON access.audit_heads USING (okno.visible(organization_id));

-- Against mistakes, not against an administrator of the database: what he changes, the chain shows.
CREATE FUNCTION access.keep_audit_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'access.audit_entries: a sealed row is never changed and no row is deleted';
END $$;
CREATE TRIGGER keep_sealed BEFORE UPDATE ON access.audit_entries
  FOR EACH ROW WHEN (OLD.serial IS NOT NULL) EXECUTE FUNCTION access.keep_audit_entry();
CREATE TRIGGER keep_all BEFORE DELETE ON access.audit_entries
  FOR EACH ROW EXECUTE FUNCTION access.keep_audit_entry();
