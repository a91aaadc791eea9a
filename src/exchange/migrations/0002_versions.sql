-- SPDX-License-Identifier: Apache-2.0
-- Envelopes 1.1 to 1.3, files by FTP, personal signatures, limits of a connection.
ALTER TABLE exchange.connections
  ADD COLUMN node_id           text NOT NULL DEFAULT '',
  ADD COLUMN ftp_host          text NOT NULL DEFAULT '',  -- '' = no file transfer
  ADD COLUMN ftp_port          integer NOT NULL DEFAULT 21 CHECK (ftp_port BETWEEN 1 AND 65535),
  ADD COLUMN ftp_user          text NOT NULL DEFAULT '',
  ADD COLUMN ftp_password_path text NOT NULL DEFAULT '',
  ADD COLUMN ftp_directory     text NOT NULL DEFAULT '',
  ADD COLUMN max_in_flight     integer NOT NULL DEFAULT 4 CHECK (max_in_flight BETWEEN 1 AND 64),
  ADD COLUMN max_attempts      integer NOT NULL DEFAULT 12 CHECK (max_attempts BETWEEN 1 AND 100),
  ADD COLUMN delivery_hours    integer NOT NULL DEFAULT 72 CHECK (delivery_hours BETWEEN 1 AND 8760),
  ADD COLUMN poll_shortest_ms  integer NOT NULL DEFAULT 5000 CHECK (poll_shortest_ms BETWEEN 100 AND 3600000),
  ADD COLUMN poll_longest_ms   integer NOT NULL DEFAULT 60000 CHECK (poll_longest_ms BETWEEN 100 AND 3600000),
  ADD COLUMN inline_bytes      bigint NOT NULL DEFAULT 5242880 CHECK (inline_bytes BETWEEN 0 AND 67108864),
  ADD COLUMN file_bytes        bigint NOT NULL DEFAULT 1073741824 CHECK (file_bytes BETWEEN 0 AND 2147483647),
  ADD COLUMN empty_polls       integer NOT NULL DEFAULT 0,
  ADD COLUMN next_poll_at      timestamptz,
  ADD CHECK (poll_longest_ms >= poll_shortest_ms);

ALTER TABLE exchange.messages
  DROP CONSTRAINT messages_operation_check,
  DROP CONSTRAINT messages_state_check,
  ADD CHECK (operation IN ('request', 'response', 'status', 'reject', 'cancel')),
  -- Resolved by hand: given_up (outgoing), dropped (incoming).
  ADD CHECK (state IN ('waiting', 'sent', 'accepted', 'delivered', 'failed', 'received', 'handled', 'given_up',
    'dropped')),
  ADD COLUMN version              text NOT NULL DEFAULT '',  -- of the envelope; '' while not yet built
  ADD COLUMN recipient_name       text NOT NULL DEFAULT '',
  ADD COLUMN reference_id         uuid,                      -- the СМЭВ id the chain began with
  ADD COLUMN transaction_code     text NOT NULL DEFAULT '',
  ADD COLUMN node_id              text NOT NULL DEFAULT '',
  ADD COLUMN end_of_life          timestamptz,
  ADD COLUMN is_test              boolean NOT NULL DEFAULT false,
  ADD COLUMN case_number          text NOT NULL DEFAULT '',
  ADD COLUMN service_kind         text NOT NULL DEFAULT '' CHECK (service_kind IN ('', 'SERVICE', 'FUNCTION')),
  ADD COLUMN service_code         text NOT NULL DEFAULT '',
  ADD COLUMN frgu                 text NOT NULL DEFAULT '',
  ADD COLUMN personal_signature   text NOT NULL DEFAULT '',  -- of outgoing: ds:Signature over the content's root
  ADD COLUMN bus_verdict          text NOT NULL DEFAULT '',
  ADD COLUMN bus_signer           text NOT NULL DEFAULT '',
  ADD COLUMN bus_signer_until     timestamptz,
  ADD COLUMN personal_verdict     text NOT NULL DEFAULT '',
  ADD COLUMN personal_signer      text NOT NULL DEFAULT '',
  ADD COLUMN personal_until       timestamptz,
  ADD COLUMN notes                jsonb NOT NULL DEFAULT '{}',  -- parameters of a status, further rejections
  ADD COLUMN search               tsvector,
  ADD COLUMN taken_until          timestamptz,                    -- lease of the worker that is sending it
  ADD COLUMN tries                integer NOT NULL DEFAULT 0,     -- all of them; `attempts` counts refusals
  ADD COLUMN tried_at             timestamptz,
  ADD COLUMN is_away              boolean NOT NULL DEFAULT false, -- the last try failed for the bus being away
  ADD COLUMN is_held              boolean NOT NULL DEFAULT false; -- told that it waits for the bus
UPDATE exchange.messages SET next_attempt_at = coalesce(next_attempt_at, created_at), tries = attempts
WHERE outgoing AND state = 'waiting';

-- By FTP: the directory's id and Streebog-256 of the bytes. The verdict is on the file's own signature.
ALTER TABLE exchange.attachments
  ADD COLUMN ftp_id       uuid,
  ADD COLUMN hash         bytea,
  ADD COLUMN signature    bytea,                      -- detached CMS, once made or received
  ADD COLUMN verdict      text NOT NULL DEFAULT '',
  ADD COLUMN signer_name  text NOT NULL DEFAULT '',
  ADD COLUMN signer_until timestamptz,
  ADD COLUMN uploaded_at  timestamptz;                -- of outgoing by FTP

-- An envelope may be sent again while version, certificate and node it was made with are the same.
ALTER TABLE exchange.envelopes ADD COLUMN signed_with text NOT NULL DEFAULT '';

-- What people decided of a message that was parked.
CREATE TABLE exchange.resolutions (
  id              uuid PRIMARY KEY,
  organization_id uuid NOT NULL REFERENCES access.organizations,
  message_id      uuid NOT NULL REFERENCES exchange.messages,
  action          text NOT NULL CHECK (action IN ('repeat', 'give_up', 'process', 'drop')),
  reason          text NOT NULL,
  state_before    text NOT NULL,
  error_code      text NOT NULL,
  user_id         uuid,
  user_name       text NOT NULL,
  at              timestamptz NOT NULL
);
CREATE INDEX resolutions_of_message ON exchange.resolutions (message_id, id);
ALTER TABLE exchange.resolutions ENABLE ROW LEVEL SECURITY;
ALTER TABLE exchange.resolutions FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON exchange.resolutions USING (okno.visible(organization_id));

UPDATE exchange.messages SET search = to_tsvector('russian',
  left(regexp_replace(content_xml, '<[^>]*>', ' ', 'g'), 200000) || ' ' || sender_name || ' ' || note);
CREATE INDEX messages_search ON exchange.messages USING gin (search);
CREATE INDEX messages_of_state ON exchange.messages (organization_id, state, id DESC);
CREATE INDEX messages_of_type ON exchange.messages (organization_id, content_namespace, id DESC);
CREATE INDEX messages_of_error ON exchange.messages (organization_id, error_code, id DESC) WHERE error_code <> '';
CREATE INDEX messages_of_period ON exchange.messages (organization_id, created_at);
CREATE INDEX messages_of_smev_id ON exchange.messages (smev_id);

-- A message as the room reads it; and the same for lists, without what may be large.
CREATE VIEW exchange.whole_messages WITH (security_invoker = true) AS
SELECT id, organization_id, connection_id, outgoing, operation, state, smev_id, previous_smev_ids, maybe_accepted,
  request_id, subject_kind, subject_id, content_namespace, content_root, content_xml, reply_to, sender_name,
  recipient_name, signature_verdict, signer_name, signer_until, status_code, rejection_code, note, notes, error_code,
  error, attempts, next_attempt_at, created_at, sent_at, size, version, reference_id, transaction_code, node_id,
  end_of_life, is_test, case_number, service_kind, service_code, frgu, personal_signature, bus_verdict, bus_signer,
  bus_signer_until, personal_verdict, personal_signer, personal_until, tries, tried_at
FROM exchange.messages;
CREATE VIEW exchange.message_heads WITH (security_invoker = true) AS
SELECT id, organization_id, connection_id, outgoing, operation, state, smev_id, '{}'::uuid[] AS previous_smev_ids,
  maybe_accepted, request_id, subject_kind, subject_id, content_namespace, content_root, '' AS content_xml, '' AS reply_to, sender_name,
  recipient_name, signature_verdict, signer_name, signer_until, status_code, rejection_code, note, notes, error_code,
  error, attempts, next_attempt_at, created_at, sent_at, size, version, reference_id, transaction_code, node_id,
  end_of_life, is_test, case_number, service_kind, service_code, frgu, '' AS personal_signature, bus_verdict,
  bus_signer, bus_signer_until, personal_verdict, personal_signer, personal_until, tries, tried_at
FROM exchange.messages;
