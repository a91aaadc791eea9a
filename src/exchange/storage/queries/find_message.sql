-- SPDX-License-Identifier: Apache-2.0
SELECT * FROM exchange.whole_messages WHERE id = $1
