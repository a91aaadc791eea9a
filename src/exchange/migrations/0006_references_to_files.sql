-- SPDX-License-Identifier: Apache-2.0
-- Whether anybody refers to a file of the store.
CREATE INDEX attachments_sha256 ON exchange.attachments (sha256_hex);
