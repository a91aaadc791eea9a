-- SPDX-License-Identifier: Apache-2.0
INSERT INTO catalog.services (code, version, content_hash, body) VALUES ($1, $2::int, $3, $4::jsonb)
