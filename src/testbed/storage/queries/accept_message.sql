-- SPDX-License-Identifier: Apache-2.0
UPDATE testbed.messages SET state = 'accepted' WHERE id = $1
