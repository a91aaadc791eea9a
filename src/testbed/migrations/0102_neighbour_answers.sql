-- SPDX-License-Identifier: Apache-2.0
-- What a neighbour has answered, from before it is sent: one that dies on the way says the same again under the same ids.
CREATE TABLE testbed.neighbour_answers (
  request_id uuid NOT NULL,
  mnemonic   text NOT NULL,
  answer     jsonb NOT NULL,                  -- with its message ids; '{}' once the bus has it
  sent       boolean NOT NULL DEFAULT false,
  PRIMARY KEY (request_id, mnemonic)
);
