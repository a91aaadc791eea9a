-- SPDX-License-Identifier: Apache-2.0
UPDATE exchange.connections
SET retry_at = $3
WHERE id = $1 AND state = 'down' AND retry_at <= $2
