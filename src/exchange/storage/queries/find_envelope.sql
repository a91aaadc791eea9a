-- SPDX-License-Identifier: Apache-2.0
SELECT xml FROM exchange.envelopes WHERE message_id = $1 AND id = $2
