-- SPDX-License-Identifier: Apache-2.0
INSERT INTO agency.counters AS c (organization_id, year, last) VALUES ($1, $2, 1)
ON CONFLICT (organization_id, year) DO UPDATE SET last = c.last + 1
RETURNING last
