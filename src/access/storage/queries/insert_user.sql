-- SPDX-License-Identifier: Apache-2.0
INSERT INTO access.users (id, login, password_hash, created_at)
VALUES ($1, $2, $3, $4);
