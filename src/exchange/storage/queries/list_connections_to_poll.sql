-- SPDX-License-Identifier: Apache-2.0
SELECT id FROM exchange.connections WHERE next_poll_at IS NULL OR next_poll_at <= $1 ORDER BY id
