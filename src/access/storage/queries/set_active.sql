-- SPDX-License-Identifier: Apache-2.0
UPDATE access.employees SET active = $2 WHERE user_id = $1
