-- SPDX-License-Identifier: Apache-2.0
UPDATE applications.history SET reason = $2
WHERE id = (SELECT id FROM applications.history WHERE application_id = $1 ORDER BY id DESC LIMIT 1)
