-- SPDX-License-Identifier: Apache-2.0
SELECT position FROM access.employees WHERE user_id = $1;
