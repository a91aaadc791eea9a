-- SPDX-License-Identifier: Apache-2.0
SELECT FROM exchange.messages WHERE request_id = $1 AND outgoing AND state <> 'given_up' LIMIT 1
