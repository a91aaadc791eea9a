-- SPDX-License-Identifier: Apache-2.0
-- Of a row of another kind, which came since the history was read, nothing is changed.
UPDATE applications.history SET reason = $2
WHERE id = (SELECT id FROM applications.history WHERE application_id = $1 ORDER BY id DESC LIMIT 1)
  AND code = $3
RETURNING id
