-- SPDX-License-Identifier: Apache-2.0
DELETE FROM exchange.connections c
WHERE id = $1 AND NOT EXISTS (SELECT FROM exchange.messages m WHERE m.connection_id = c.id)
