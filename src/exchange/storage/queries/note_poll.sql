-- SPDX-License-Identifier: Apache-2.0
UPDATE exchange.connections
SET empty_polls = $2, next_poll_at = $3
WHERE id = $1
