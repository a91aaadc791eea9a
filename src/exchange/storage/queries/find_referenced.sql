-- SPDX-License-Identifier: Apache-2.0
SELECT DISTINCT sha256_hex AS sha256 FROM exchange.attachments WHERE sha256_hex = ANY ($1::text[])
