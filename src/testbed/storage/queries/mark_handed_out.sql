-- SPDX-License-Identifier: Apache-2.0
UPDATE testbed.messages SET handed_out = handed_out + 1, visible_at = $2, waits_for_ack = true WHERE id = $1
