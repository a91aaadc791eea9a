-- SPDX-License-Identifier: Apache-2.0
WITH gone AS (
  DELETE FROM packages.package_cases WHERE package_id = $1 AND application_id = $2
  RETURNING package_id, application_id, organization_id),
kept AS (
  INSERT INTO packages.removed_cases SELECT * FROM gone
  ON CONFLICT DO NOTHING)
SELECT application_id FROM gone
