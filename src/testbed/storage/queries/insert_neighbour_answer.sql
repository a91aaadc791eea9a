-- SPDX-License-Identifier: Apache-2.0
INSERT INTO testbed.neighbour_answers (request_id, mnemonic, answer) VALUES ($1, $2, $3)
