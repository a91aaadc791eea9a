-- SPDX-License-Identifier: Apache-2.0
UPDATE exchange.connections SET next_poll_at = $2, last_error = $3 WHERE id = $1
