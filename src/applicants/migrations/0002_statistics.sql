-- SPDX-License-Identifier: Apache-2.0
-- The policy compares texts; without this the planner takes an organization's cards for a handful.
CREATE STATISTICS applicants.organization_text ON (organization_id::text) FROM applicants.applicants;
