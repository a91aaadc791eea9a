-- SPDX-License-Identifier: Apache-2.0
-- Keys with which people sign content (ЭП-СП). A PKCS#12 as it was uploaded, encrypted by its own password, which is
-- kept nowhere. A secret of a person: of no organization, so only system work sees it.
CREATE TABLE access.signing_keys (
  user_id         uuid PRIMARY KEY REFERENCES access.users,
  pkcs12          bytea NOT NULL,
  certificate_der bytea NOT NULL,
  kept_at         timestamptz NOT NULL
);
ALTER TABLE access.signing_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.signing_keys FORCE ROW LEVEL SECURITY;
CREATE POLICY scope ON access.signing_keys USING (okno.visible(NULL));
