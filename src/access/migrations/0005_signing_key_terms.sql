-- SPDX-License-Identifier: Apache-2.0
-- When a key's certificate ends, so that it can be watched without reading every certificate. Keys kept before get it
-- at the next start.
ALTER TABLE access.signing_keys ADD COLUMN not_after timestamptz;
