-- SPDX-License-Identifier: Apache-2.0
UPDATE exchange.connections
SET polls = $2, next_poll_at = $3
WHERE id = $1
