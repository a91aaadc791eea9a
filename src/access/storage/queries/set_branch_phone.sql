-- SPDX-License-Identifier: Apache-2.0
UPDATE access.branches SET phone = $2 WHERE id = $1;
