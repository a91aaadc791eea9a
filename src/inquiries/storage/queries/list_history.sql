-- SPDX-License-Identifier: Apache-2.0
SELECT at, user_id, actor, kind, from_state, to_state, code, detail, reason
FROM inquiries.history
WHERE inquiry_id = $1
ORDER BY id
