-- SPDX-License-Identifier: Apache-2.0
UPDATE exchange.messages SET taken_until = $2 WHERE id = $1 AND state = 'waiting' AND taken_until IS NOT NULL
