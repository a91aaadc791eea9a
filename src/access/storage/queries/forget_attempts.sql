-- SPDX-License-Identifier: Apache-2.0
DELETE FROM access.sign_in_failures WHERE key = $1;
