-- SPDX-License-Identifier: Apache-2.0
CREATE SCHEMA exchange;

-- How an organization talks to the bus, and how that goes: while `state` is down nobody calls before retry_at.
CREATE TABLE exchange.connections (
  id                  uuid PRIMARY KEY,
  organization_id     uuid NOT NULL UNIQUE REFERENCES access.organizations,
  mnemonic            text NOT NULL,
  url                 text NOT NULL,
  version             text NOT NULL CHECK (version IN ('1.1', '1.2', '1.3')),
  key_path            text NOT NULL,
  certificate_path    text NOT NULL,
  bus_certificate_pem text NOT NULL,
  trusted_roots_pem   text NOT NULL,
  revision            bigint NOT NULL DEFAULT 1,
  state               text NOT NULL DEFAULT 'unknown' CHECK (state IN ('up', 'down', 'unknown')),
  failures            integer NOT NULL DEFAULT 0,
  retry_at            timestamptz,
  last_error          text NOT NULL DEFAULT '',
  last_success_at     timestamptz,
  poll_lease_until    timestamptz
);
ALTER TABLE exchange.connections ENABLE ROW LEVEL SECURITY;
ALTER TABLE exchange.connections FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON exchange.connections USING (okno.visible(organization_id));

CREATE TABLE exchange.messages (
  id                uuid PRIMARY KEY,
  organization_id   uuid NOT NULL REFERENCES access.organizations,
  connection_id     uuid NOT NULL REFERENCES exchange.connections,
  outgoing          boolean NOT NULL,
  operation         text NOT NULL CHECK (operation IN ('request', 'response', 'status', 'reject')),
  state             text NOT NULL
    CHECK (state IN ('waiting', 'sent', 'accepted', 'delivered', 'failed', 'received', 'handled')),
  -- The id on the bus. A stale one is replaced; answers to the old one must still find the message.
  smev_id           uuid,
  previous_smev_ids uuid[] NOT NULL DEFAULT '{}',
  maybe_accepted    boolean NOT NULL DEFAULT false,  -- an attempt ended without an answer
  request_id        uuid REFERENCES exchange.messages,
  subject_kind      text NOT NULL DEFAULT '',
  subject_id        uuid,
  content_namespace text NOT NULL DEFAULT '',
  content_root      text NOT NULL DEFAULT '',
  content_xml       text NOT NULL DEFAULT '',
  reply_to          text NOT NULL DEFAULT '',
  sender_name       text NOT NULL DEFAULT '',
  signature_verdict text NOT NULL DEFAULT '',
  signer_name       text NOT NULL DEFAULT '',
  signer_until      timestamptz,
  status_code       integer,
  rejection_code    text NOT NULL DEFAULT '',
  note              text NOT NULL DEFAULT '',  -- text of a status or of a rejection
  error_code        text NOT NULL DEFAULT '',
  error             text NOT NULL DEFAULT '',
  attempts          integer NOT NULL DEFAULT 0,
  next_attempt_at   timestamptz,
  created_at        timestamptz NOT NULL,
  sent_at           timestamptz,
  size              bigint NOT NULL DEFAULT 0,
  fingerprint       text                        -- of an incoming envelope that could not be taken
);
CREATE INDEX messages_of_organization ON exchange.messages (organization_id, id DESC);
CREATE INDEX messages_of_subject ON exchange.messages (subject_id, id DESC);
CREATE INDEX messages_of_request ON exchange.messages (request_id);
CREATE INDEX messages_waiting ON exchange.messages (connection_id, next_attempt_at) WHERE state = 'waiting';
CREATE UNIQUE INDEX messages_sent_once ON exchange.messages (connection_id, smev_id) WHERE outgoing;
CREATE INDEX messages_previous_ids ON exchange.messages USING gin (previous_smev_ids)
  WHERE previous_smev_ids <> '{}';
-- A delivery repeated by the bus is one message; a failed one must not stand in the way of a good one.
CREATE UNIQUE INDEX messages_received_once ON exchange.messages (connection_id, smev_id)
  WHERE NOT outgoing AND state <> 'failed';
CREATE UNIQUE INDEX messages_refused_once ON exchange.messages (connection_id, fingerprint)
  WHERE fingerprint IS NOT NULL;
ALTER TABLE exchange.messages ENABLE ROW LEVEL SECURITY;
ALTER TABLE exchange.messages FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON exchange.messages USING (okno.visible(organization_id));

CREATE TABLE exchange.attachments (
  message_id      uuid NOT NULL REFERENCES exchange.messages,
  position        integer NOT NULL,
  organization_id uuid NOT NULL REFERENCES access.organizations,
  name            text NOT NULL,
  content_type    text NOT NULL,
  sha256_hex      text NOT NULL,
  size            bigint NOT NULL,
  content_id      text NOT NULL,
  PRIMARY KEY (message_id, position)
);
ALTER TABLE exchange.attachments ENABLE ROW LEVEL SECURITY;
ALTER TABLE exchange.attachments FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON exchange.attachments USING (okno.visible(organization_id));

-- What went over the wire, attachments apart. A repeated attempt sends the bytes of the stored envelope again.
CREATE TABLE exchange.envelopes (
  id              uuid PRIMARY KEY,
  organization_id uuid NOT NULL REFERENCES access.organizations,
  message_id      uuid NOT NULL REFERENCES exchange.messages,
  outgoing        boolean NOT NULL,
  call            text NOT NULL,   -- "SendRequest", "GetResponse" …
  smev_id         uuid,
  revision        bigint NOT NULL, -- of the connection it was signed or received with
  at              timestamptz NOT NULL,
  xml             bytea NOT NULL
);
CREATE INDEX envelopes_of_message ON exchange.envelopes (message_id, id);
ALTER TABLE exchange.envelopes ENABLE ROW LEVEL SECURITY;
ALTER TABLE exchange.envelopes FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON exchange.envelopes USING (okno.visible(organization_id));
