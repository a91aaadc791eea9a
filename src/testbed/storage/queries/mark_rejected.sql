-- SPDX-License-Identifier: Apache-2.0
UPDATE testbed.messages SET state = 'rejected', error = $2, finished_at = $3 WHERE id = $1
