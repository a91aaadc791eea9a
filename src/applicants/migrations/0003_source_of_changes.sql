-- SPDX-License-Identifier: Apache-2.0
-- Where the new values come from: «Социальный фонд России, P/26/9451»; empty when they were typed.
ALTER TABLE applicants.changes ADD COLUMN source text NOT NULL DEFAULT '';
