-- SPDX-License-Identifier: Apache-2.0
SELECT blocked_until FROM access.sign_in_failures WHERE key = $1;
