-- SPDX-License-Identifier: Apache-2.0
CREATE SCHEMA documents;

-- The owner is an object of any room, by kind and id: rooms above delete or keep their documents themselves.
CREATE TABLE documents.documents (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL REFERENCES access.organizations,
  owner_kind text NOT NULL,
  owner_id uuid NOT NULL,
  item text NOT NULL,
  title text NOT NULL,
  name text NOT NULL,
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint NOT NULL,
  content_type text NOT NULL,
  source text NOT NULL CHECK (source IN ('center', 'agency')),
  signature_verdict text NOT NULL,
  signature_subject text NOT NULL,
  uploaded_at timestamptz NOT NULL,
  uploaded_by text NOT NULL
);
CREATE INDEX documents_of_owner ON documents.documents (owner_id, id);

ALTER TABLE documents.documents ENABLE ROW LEVEL SECURITY;
ALTER TABLE documents.documents FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON documents.documents USING (okno.visible(organization_id));
