-- SPDX-License-Identifier: Apache-2.0
INSERT INTO testbed.authorities (sha256, pem) VALUES ($1, $2) ON CONFLICT DO NOTHING
