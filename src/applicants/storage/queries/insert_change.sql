-- SPDX-License-Identifier: Apache-2.0
INSERT INTO applicants.changes (id, applicant_id, organization_id, at, user_id, actor, changes, source)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
