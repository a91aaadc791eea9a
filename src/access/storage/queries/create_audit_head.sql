-- SPDX-License-Identifier: Apache-2.0
INSERT INTO access.audit_heads (organization_id, serial, hash) VALUES ($1, 0, '') ON CONFLICT DO NOTHING;
