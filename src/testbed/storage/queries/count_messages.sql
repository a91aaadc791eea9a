-- SPDX-License-Identifier: Apache-2.0
SELECT queue, state, count(*) AS messages FROM testbed.deliveries GROUP BY queue, state ORDER BY queue, state
