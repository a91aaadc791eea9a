-- SPDX-License-Identifier: Apache-2.0
INSERT INTO testbed.revoked_certificates (serial) VALUES ($1) ON CONFLICT DO NOTHING
