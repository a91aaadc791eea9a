-- SPDX-License-Identifier: Apache-2.0
WITH RECURSIVE scope AS (
  SELECT id FROM access.branches WHERE id = $1
  UNION
  SELECT branch.id FROM access.branches branch JOIN scope ON branch.parent_id = scope.id
)
SELECT id FROM scope ORDER BY id;
