-- SPDX-License-Identifier: Apache-2.0
SELECT action, reason, state_before, error_code, user_name, at FROM exchange.resolutions
WHERE message_id = $1
ORDER BY id
