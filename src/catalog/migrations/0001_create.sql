-- SPDX-License-Identifier: Apache-2.0
CREATE SCHEMA catalog;

-- Every version a service ever had: an application keeps the one it was filed under. Of no organization: the content
-- folder is one for the installation and holds no personal data.
CREATE TABLE catalog.services (
  code         text NOT NULL,
  version      int NOT NULL CHECK (version > 0),
  content_hash text NOT NULL,
  body         jsonb NOT NULL,
  stored_at    timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (code, version)
);

CREATE TABLE catalog.favourites (
  user_id         uuid NOT NULL REFERENCES access.users,
  service_code    text NOT NULL,
  organization_id uuid NOT NULL REFERENCES access.organizations,
  created_at      timestamptz NOT NULL,
  PRIMARY KEY (user_id, service_code)
);
ALTER TABLE catalog.favourites ENABLE ROW LEVEL SECURITY;
ALTER TABLE catalog.favourites FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON catalog.favourites USING (okno.visible(organization_id));
