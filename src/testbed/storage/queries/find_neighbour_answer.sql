-- SPDX-License-Identifier: Apache-2.0
SELECT answer, sent FROM testbed.neighbour_answers WHERE request_id = $1 AND mnemonic = $2
