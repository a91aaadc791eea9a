-- SPDX-License-Identifier: Apache-2.0
SELECT name FROM access.units WHERE id = $1
