-- SPDX-License-Identifier: Apache-2.0
-- A database of the test bed alone: no organization, no row-level security.
CREATE SCHEMA testbed;

CREATE TABLE testbed.participants (
  mnemonic           text PRIMARY KEY,
  name               text NOT NULL,
  certificate_pem    text NOT NULL,
  certificate_sha256 bytea NOT NULL UNIQUE
);

CREATE TABLE testbed.message_types (
  namespace       text PRIMARY KEY,
  request_root    text NOT NULL,
  response_root   text NOT NULL,
  title           text NOT NULL,
  routing_element text NOT NULL,
  schema_folder   text NOT NULL,               -- below the data folder; '' = no schema
  senders         text[] NOT NULL              -- who may send requests; empty = everybody
);

-- Who gets requests of a type: by the code found in the content, '' = by the type alone.
CREATE TABLE testbed.routes (
  namespace text NOT NULL REFERENCES testbed.message_types ON DELETE CASCADE,
  code      text NOT NULL,
  mnemonic  text NOT NULL REFERENCES testbed.participants,
  PRIMARY KEY (namespace, code)
);

-- state: queued (checked synchronously) -> ready (in the recipient's queue) -> delivered (acknowledged);
-- rejected by the asynchronous checks; dropped by the recipient (accepted=false).
CREATE TABLE testbed.messages (
  id           uuid PRIMARY KEY,               -- the sender's MessageID
  position     bigint GENERATED ALWAYS AS IDENTITY,
  queue        text NOT NULL CHECK (queue IN ('requests', 'responses', 'statuses')),
  sender       text NOT NULL,
  recipient    text NOT NULL,
  node_id      text NOT NULL,
  namespace    text NOT NULL,
  root         text NOT NULL,
  state        text NOT NULL CHECK (state IN ('queued', 'ready', 'delivered', 'rejected', 'dropped')),
  original_id  uuid,                           -- of answers: the request
  reply_to     text UNIQUE,                    -- of requests
  provided     bytea NOT NULL,                 -- SenderProvided…Data as it came
  signature    bytea NOT NULL,                 -- ds:Signature of the sender as it came
  error        text NOT NULL DEFAULT '',
  handed_out   integer NOT NULL DEFAULT 0,
  visible_at   timestamptz NOT NULL,
  waits_for_ack boolean NOT NULL DEFAULT false,
  created_at   timestamptz NOT NULL,
  finished_at  timestamptz
);
CREATE INDEX messages_ready ON testbed.messages (recipient, queue, position) WHERE state = 'ready';
CREATE INDEX messages_queued ON testbed.messages (position) WHERE state = 'queued';

CREATE TABLE testbed.attachments (
  message_id   uuid NOT NULL REFERENCES testbed.messages,
  position     integer NOT NULL,
  content_id   text NOT NULL,
  mime_type    text NOT NULL,
  content      bytea NOT NULL,
  PRIMARY KEY (message_id, position)
);
