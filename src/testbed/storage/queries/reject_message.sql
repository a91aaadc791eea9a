-- SPDX-License-Identifier: Apache-2.0
UPDATE testbed.messages SET state = 'rejected', error = $2 WHERE id = $1
