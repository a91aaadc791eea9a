-- SPDX-License-Identifier: Apache-2.0
-- Branches for a query of a room above; the policy holds behind it.
CREATE VIEW access.v_branches WITH (security_invoker) AS
SELECT id, organization_id, parent_id, code, name, address, hours, time_zone
FROM access.branches;
