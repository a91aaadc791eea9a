-- SPDX-License-Identifier: Apache-2.0
UPDATE exchange.connections
SET poll_lease_until = $3
WHERE id = $1 AND (poll_lease_until IS NULL OR poll_lease_until <= $2)
