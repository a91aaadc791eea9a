-- SPDX-License-Identifier: Apache-2.0
UPDATE access.users SET password_hash = $2 WHERE id = $1;
