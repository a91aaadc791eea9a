-- SPDX-License-Identifier: Apache-2.0
-- What a session has just been shown: a repeated reading leaves no other entry for some minutes. A digest of the request,
-- because its query may hold a person's name. Nothing is lost with it but the sparing of entries, so it is not logged,
-- and no key ties it to sessions: one that ends while it reads must not fail for that.
CREATE UNLOGGED TABLE access.recent_views (
  session_id      uuid NOT NULL,
  request_sha256  bytea NOT NULL,
  organization_id uuid NOT NULL,
  at              timestamptz NOT NULL,
  PRIMARY KEY (session_id, request_sha256)
);
CREATE INDEX recent_views_at ON access.recent_views (at);
ALTER TABLE access.recent_views ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.recent_views FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON access.recent_views USING (okno.visible(organization_id));

-- The journal by dates: rows lie nearly in the order of time, so a few bytes a range are enough and cost a write nothing.
CREATE INDEX audit_entries_at ON access.audit_entries USING brin (at) WITH (pages_per_range = 32);
