-- SPDX-License-Identifier: Apache-2.0
UPDATE exchange.connections SET last_error = $2 WHERE id = $1
