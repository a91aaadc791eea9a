-- SPDX-License-Identifier: Apache-2.0
INSERT INTO testbed.routes (namespace, code, mnemonic) VALUES ($1, $2, $3)
