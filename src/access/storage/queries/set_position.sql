-- SPDX-License-Identifier: Apache-2.0
UPDATE access.employees SET position = $2 WHERE user_id = $1;
