-- SPDX-License-Identifier: Apache-2.0
UPDATE access.signing_keys SET not_after = $2 WHERE user_id = $1;
