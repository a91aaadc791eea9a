-- SPDX-License-Identifier: Apache-2.0
CREATE TABLE IF NOT EXISTS okno.migrations (
  room       text        NOT NULL,
  name       text        NOT NULL,
  sha256     text        NOT NULL,
  applied_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (room, name)
);
