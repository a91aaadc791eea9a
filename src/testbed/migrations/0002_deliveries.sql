-- SPDX-License-Identifier: Apache-2.0
-- A participant has several certificates and what the registry of the bus knows of it; a message may go to several
-- recipients, so what was sent (messages) and what waits in a queue (deliveries) part.

ALTER TABLE testbed.participants
  ADD COLUMN upload_directory text NOT NULL DEFAULT '',     -- on the FTP server; '' = the mnemonic
  ADD COLUMN ftp_password     text NOT NULL DEFAULT '',     -- of its own FTP account; '' = any
  ADD COLUMN quota_bytes      bigint NOT NULL DEFAULT 0,    -- of attachments waiting for it; 0 = without bound
  ADD COLUMN important        boolean NOT NULL DEFAULT false,  -- «особо важная»: its requests go first
  ADD COLUMN aggregator       boolean NOT NULL DEFAULT false,  -- sends on behalf of others
  ADD COLUMN frgu_codes       text[] NOT NULL DEFAULT '{}',    -- of an aggregator: on whose behalf
  ADD COLUMN push_url         text NOT NULL DEFAULT '';        -- receiver of push notifications

CREATE TABLE testbed.certificates (
  sha256   bytea PRIMARY KEY,
  mnemonic text NOT NULL REFERENCES testbed.participants ON DELETE CASCADE,
  pem      text NOT NULL,
  active   boolean NOT NULL                                  -- false: replaced by another
);
CREATE INDEX certificates_mnemonic ON testbed.certificates (mnemonic);
INSERT INTO testbed.certificates (sha256, mnemonic, pem, active)
SELECT certificate_sha256, mnemonic, certificate_pem, true FROM testbed.participants;
ALTER TABLE testbed.participants DROP COLUMN certificate_pem, DROP COLUMN certificate_sha256;

-- When there are any, certificates of participants must lead to one of them.
CREATE TABLE testbed.authorities (
  sha256 bytea PRIMARY KEY,
  pem    text NOT NULL
);
CREATE TABLE testbed.revoked_certificates (
  serial text PRIMARY KEY                                    -- upper-case hex
);

ALTER TABLE testbed.message_types
  ADD COLUMN family             text NOT NULL DEFAULT '',    -- versions of one type share it
  ADD COLUMN broadcast          boolean NOT NULL DEFAULT false,
  ADD COLUMN subscribers        text[] NOT NULL DEFAULT '{}',  -- of a broadcast
  ADD COLUMN personal_signature boolean NOT NULL DEFAULT false,  -- ЭП-СП is required
  ADD COLUMN persons            text[] NOT NULL DEFAULT '{}';  -- serials of certificates allowed in ЭП-СП; empty = any

ALTER TABLE testbed.messages
  ADD COLUMN version          text NOT NULL DEFAULT '1.2',   -- of the envelope it was sent in
  ADD COLUMN broadcast        boolean NOT NULL DEFAULT false,
  ADD COLUMN reference_id     uuid,                          -- first request of the chain
  ADD COLUMN transaction_code text NOT NULL DEFAULT '',
  ADD COLUMN eol              timestamptz,
  ADD COLUMN attachments_size bigint NOT NULL DEFAULT 0,     -- bytes, in the envelope and by FTP
  ADD COLUMN attachment_count integer NOT NULL DEFAULT 0,
  ADD COLUMN file_count       integer NOT NULL DEFAULT 0;

CREATE TABLE testbed.deliveries (
  position      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  message_id    uuid NOT NULL REFERENCES testbed.messages ON DELETE CASCADE,
  ack_id        uuid NOT NULL,               -- what the recipient acknowledges: of a status the message it speaks of
  recipient     text NOT NULL,
  queue         text NOT NULL CHECK (queue IN ('requests', 'responses', 'statuses')),
  node_id       text NOT NULL,
  namespace     text NOT NULL,
  priority      smallint NOT NULL,           -- 0 before 1
  state         text NOT NULL CHECK (state IN ('checking', 'ready', 'delivered', 'dropped', 'withdrawn')),
  handed_out    integer NOT NULL DEFAULT 0,
  queued_at     timestamptz NOT NULL,
  visible_at    timestamptz NOT NULL,
  waits_for_ack boolean NOT NULL DEFAULT false,
  finished_at   timestamptz,
  eol           timestamptz
);
INSERT INTO testbed.deliveries (message_id, ack_id, recipient, queue, node_id, namespace, priority, state, handed_out,
  queued_at, visible_at, waits_for_ack, finished_at)
SELECT id, CASE WHEN queue = 'statuses' THEN original_id ELSE id END, recipient, queue, node_id, namespace, 1,
  CASE state WHEN 'queued' THEN 'checking' WHEN 'rejected' THEN 'withdrawn' ELSE state END, handed_out,
  created_at, visible_at, waits_for_ack, finished_at
FROM testbed.messages
ORDER BY position;
CREATE INDEX deliveries_ready ON testbed.deliveries (recipient, queue, priority, position) WHERE state = 'ready';
CREATE INDEX deliveries_ack ON testbed.deliveries (ack_id, recipient);
CREATE INDEX deliveries_message ON testbed.deliveries (message_id);
CREATE INDEX deliveries_eol ON testbed.deliveries (eol) WHERE state = 'ready' AND eol IS NOT NULL;

-- state of a message: queued (the asynchronous checks are to come) -> accepted | rejected.
ALTER TABLE testbed.messages DROP CONSTRAINT messages_state_check;
UPDATE testbed.messages SET state = 'accepted' WHERE state NOT IN ('queued', 'rejected');
ALTER TABLE testbed.messages
  ADD CONSTRAINT messages_state_check CHECK (state IN ('queued', 'accepted', 'rejected')),
  DROP COLUMN recipient, DROP COLUMN handed_out, DROP COLUMN visible_at, DROP COLUMN waits_for_ack,
  DROP COLUMN finished_at,
  DROP CONSTRAINT messages_reply_to_key;
CREATE INDEX messages_position ON testbed.messages (position);

-- Files that came by FTP; their bytes lie below the data folder.
CREATE TABLE testbed.files (
  message_id uuid NOT NULL REFERENCES testbed.messages ON DELETE CASCADE,
  directory  uuid NOT NULL,                  -- uuid of the header
  name       text NOT NULL,
  size       bigint NOT NULL,
  PRIMARY KEY (message_id, directory)
);
-- One-off accounts of recipients.
CREATE TABLE testbed.ftp_accounts (
  user_name   text PRIMARY KEY,
  password    text NOT NULL,
  message_id  uuid NOT NULL REFERENCES testbed.messages ON DELETE CASCADE,
  directory   uuid NOT NULL,
  recipient   text NOT NULL,
  valid_until timestamptz NOT NULL
);
CREATE INDEX ftp_accounts_message ON testbed.ftp_accounts (message_id, recipient);
