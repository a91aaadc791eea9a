-- SPDX-License-Identifier: Apache-2.0
CREATE SCHEMA message_types;

-- Every version of every message type. Of no organization: what the agencies understand is one for the
-- installation, and there is no personal data in it.
CREATE TABLE message_types.versions (
  name         text NOT NULL,
  version      int NOT NULL CHECK (version > 0),
  state        text NOT NULL CHECK (state IN ('draft', 'published', 'withdrawn')),
  revision     bigint NOT NULL DEFAULT 1,       -- of the row, for ETag
  namespace    text NOT NULL,
  body         jsonb NOT NULL,                  -- description, what is said about fields
  files        jsonb NOT NULL,                  -- XSD by name
  content_hash text NOT NULL,
  shipped      boolean NOT NULL DEFAULT false,  -- came with the program
  created_at   timestamptz NOT NULL,
  created_by   text NOT NULL DEFAULT '',
  published_at timestamptz,
  published_by text NOT NULL DEFAULT '',
  withdrawn_at timestamptz,
  withdrawn_by text NOT NULL DEFAULT '',
  PRIMARY KEY (name, version)
);
CREATE INDEX versions_namespace ON message_types.versions (namespace) WHERE state <> 'draft';
CREATE UNIQUE INDEX versions_one_draft ON message_types.versions (name) WHERE state = 'draft';

-- Grows with every change that registries of running processes have to learn of.
CREATE TABLE message_types.changes (single boolean PRIMARY KEY DEFAULT true CHECK (single), number bigint NOT NULL);
INSERT INTO message_types.changes (number) VALUES (1);
