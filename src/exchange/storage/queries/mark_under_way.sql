-- SPDX-License-Identifier: Apache-2.0
UPDATE exchange.messages SET maybe_accepted = true WHERE id = $1
