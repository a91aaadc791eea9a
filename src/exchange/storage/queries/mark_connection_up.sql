-- SPDX-License-Identifier: Apache-2.0
UPDATE exchange.connections old
SET state = 'up', failures = 0, retry_at = NULL, last_error = '', last_success_at = $2
FROM (SELECT id, state FROM exchange.connections WHERE id = $1 FOR UPDATE) before
WHERE old.id = before.id
RETURNING before.state AS state_before
