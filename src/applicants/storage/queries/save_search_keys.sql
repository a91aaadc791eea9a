-- SPDX-License-Identifier: Apache-2.0
INSERT INTO applicants.search_keys (applicant_id, organization_id, search) VALUES ($1, $2, $3)
ON CONFLICT (applicant_id) DO UPDATE SET search = excluded.search
