-- SPDX-License-Identifier: Apache-2.0
INSERT INTO jobs.outbox (type, payload, organization_id) VALUES ($1, $2::jsonb, $3);
