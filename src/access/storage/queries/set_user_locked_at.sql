-- SPDX-License-Identifier: Apache-2.0
UPDATE access.users SET locked_at = $2 WHERE id = $1;
