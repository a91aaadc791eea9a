-- SPDX-License-Identifier: Apache-2.0
-- In the order of ids, as everybody locks them.
SELECT id FROM packages.packages WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE
