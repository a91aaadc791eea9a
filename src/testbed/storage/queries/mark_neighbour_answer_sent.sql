-- SPDX-License-Identifier: Apache-2.0
UPDATE testbed.neighbour_answers SET sent = true, answer = '{}' WHERE request_id = $1 AND mnemonic = $2
