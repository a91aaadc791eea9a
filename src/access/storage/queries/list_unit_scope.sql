-- SPDX-License-Identifier: Apache-2.0
WITH RECURSIVE scope AS (
  SELECT id FROM access.units WHERE id = $1
  UNION
  SELECT unit.id FROM access.units unit JOIN scope ON unit.parent_id = scope.id
)
SELECT id FROM scope ORDER BY id;
