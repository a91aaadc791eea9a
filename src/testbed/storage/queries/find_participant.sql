-- SPDX-License-Identifier: Apache-2.0
SELECT mnemonic, name FROM testbed.participants WHERE mnemonic = $1
