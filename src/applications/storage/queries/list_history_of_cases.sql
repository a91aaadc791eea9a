-- SPDX-License-Identifier: Apache-2.0
SELECT application_id, at, user_id, actor, kind, from_status, to_status, code, detail, reason
FROM applications.history WHERE application_id = ANY ($1::uuid[]) ORDER BY id
