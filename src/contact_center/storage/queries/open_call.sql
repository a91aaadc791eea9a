-- SPDX-License-Identifier: Apache-2.0
INSERT INTO contact_center.calls (id, organization_id, application_id, reason, since, next_at, done)
VALUES ($1, $2, $3, $4, $5, $5, false)
ON CONFLICT (application_id) WHERE NOT done DO NOTHING
