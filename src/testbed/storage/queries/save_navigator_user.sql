-- SPDX-License-Identifier: Apache-2.0
INSERT INTO testbed.navigator_users (login, registered_at) VALUES ($1, $2)
ON CONFLICT (login) DO UPDATE SET registered_at = testbed.navigator_users.registered_at
RETURNING registered_at, xmax = 0 AS is_new
