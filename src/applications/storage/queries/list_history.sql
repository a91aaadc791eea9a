-- SPDX-License-Identifier: Apache-2.0
SELECT at, user_id, actor, kind, from_status, to_status, code, detail, reason
FROM applications.history WHERE application_id = $1 ORDER BY id
