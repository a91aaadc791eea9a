-- SPDX-License-Identifier: Apache-2.0
UPDATE exchange.messages SET state = 'dropped' WHERE id = $1 AND NOT outgoing AND state = 'failed'
