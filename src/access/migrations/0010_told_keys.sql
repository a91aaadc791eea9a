-- SPDX-License-Identifier: Apache-2.0
-- How often the audit trail has told of a request with the key: the first time is the action, later ones are repeats.
ALTER TABLE access.idempotency_keys ADD COLUMN told integer NOT NULL DEFAULT 0;
