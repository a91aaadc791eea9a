-- SPDX-License-Identifier: Apache-2.0
UPDATE testbed.messages SET state = 'ready' WHERE id = $1
