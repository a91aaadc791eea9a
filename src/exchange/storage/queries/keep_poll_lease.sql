-- SPDX-License-Identifier: Apache-2.0
UPDATE exchange.connections SET poll_lease_until = $2 WHERE id = $1
