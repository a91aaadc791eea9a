-- SPDX-License-Identifier: Apache-2.0
DELETE FROM access.sessions WHERE user_id = $1 AND id <> $2;
