-- SPDX-License-Identifier: Apache-2.0
-- What the neighbour systems know and how they behave.

-- The population: people, entrepreneurs and organizations. `given` ones were put in over the control interface,
-- `derived` ones were made up by a neighbour when it was first asked about them, and stay.
CREATE TABLE testbed.residents (
  key        text PRIMARY KEY,                -- what tells one from another: kind and number
  kind       text NOT NULL CHECK (kind IN ('person', 'entrepreneur', 'legal_entity')),
  origin     text NOT NULL CHECK (origin IN ('given', 'derived')),
  name_key   text NOT NULL,                   -- 'иванов|иван|петрович'; '' of an organization
  birth_date date,
  snils      text NOT NULL,
  inn        text NOT NULL,
  ogrn       text NOT NULL,
  document   text NOT NULL,                   -- series and number together
  card       jsonb NOT NULL                   -- an applicant's card as the API has it
);
CREATE INDEX residents_name ON testbed.residents (name_key, birth_date);
CREATE INDEX residents_snils ON testbed.residents (snils) WHERE snils <> '';
CREATE INDEX residents_inn ON testbed.residents (inn) WHERE inn <> '';
CREATE INDEX residents_ogrn ON testbed.residents (ogrn) WHERE ogrn <> '';
CREATE INDEX residents_document ON testbed.residents (document) WHERE document <> '';

-- ГИС ГМП. Amounts are in kopecks.
CREATE TABLE testbed.charges (
  uin        text PRIMARY KEY,
  payer      text NOT NULL,                   -- payer identifier, 22 characters
  payer_inn  text NOT NULL,
  bill_date  timestamptz NOT NULL,
  amount     bigint NOT NULL CHECK (amount >= 0),
  kbk        text NOT NULL,
  payee_inn  text NOT NULL,
  meaning    text NOT NULL CHECK (meaning IN ('1', '2', '3', '4')),  -- as ChangeStatusInfo/Meaning
  reason     text NOT NULL DEFAULT '',
  changed_at timestamptz,
  xml        text NOT NULL                    -- ImportedCharge as it came
);
CREATE INDEX charges_payer ON testbed.charges (payer);
CREATE INDEX charges_payer_inn ON testbed.charges (payer_inn) WHERE payer_inn <> '';

CREATE TABLE testbed.payments (
  payment_id   text PRIMARY KEY,
  uin          text NOT NULL,                 -- of the charge it pays, as the payer wrote it; '' = none
  payer        text NOT NULL,
  payer_inn    text NOT NULL,
  payment_date timestamptz NOT NULL,
  amount       bigint NOT NULL CHECK (amount >= 0),
  kbk          text NOT NULL,
  payee_inn    text NOT NULL,
  provided     boolean NOT NULL DEFAULT false,  -- «услуга оказана»
  xml          text NOT NULL                  -- ImportedPayment as it came
);
CREATE INDEX payments_uin ON testbed.payments (uin) WHERE uin <> '';
CREATE INDEX payments_payer ON testbed.payments (payer);

-- Which payment settles which charge: by the bus itself, or forced.
CREATE TABLE testbed.quittances (
  uin        text NOT NULL REFERENCES testbed.charges,
  payment_id text NOT NULL,                   -- '' = the payment is not in ГИС ГМП
  forced     boolean NOT NULL,
  revoked    boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (uin, payment_id)
);

CREATE TABLE testbed.navigator_users (
  login         text PRIMARY KEY,
  registered_at timestamptz NOT NULL
);

CREATE TABLE testbed.neighbours (
  mnemonic    text PRIMARY KEY,
  behaviour   text NOT NULL DEFAULT 'normal' CHECK (behaviour IN ('normal', 'silent', 'slow', 'refusing')),
  answered    bigint NOT NULL DEFAULT 0,
  refused     bigint NOT NULL DEFAULT 0,
  failed      bigint NOT NULL DEFAULT 0,
  last_at     timestamptz
);
