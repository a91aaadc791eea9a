-- SPDX-License-Identifier: Apache-2.0
DELETE FROM access.signing_keys WHERE user_id = $1;
