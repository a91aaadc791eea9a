-- SPDX-License-Identifier: Apache-2.0
UPDATE exchange.messages SET maybe_accepted = true, version = $2 WHERE id = $1
