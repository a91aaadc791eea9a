-- SPDX-License-Identifier: Apache-2.0
SELECT c.*, 0 AS waiting, 0 AS undelivered FROM exchange.connections c WHERE id = $1
