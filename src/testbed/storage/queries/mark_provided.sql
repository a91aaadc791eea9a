-- SPDX-License-Identifier: Apache-2.0
UPDATE testbed.payments SET provided = $2 WHERE payment_id = $1
