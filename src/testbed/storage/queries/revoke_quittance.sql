-- SPDX-License-Identifier: Apache-2.0
UPDATE testbed.quittances SET revoked = true WHERE uin = $1 AND payment_id = $2 AND NOT revoked
