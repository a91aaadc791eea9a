-- SPDX-License-Identifier: Apache-2.0
UPDATE testbed.certificates SET active = false WHERE mnemonic = $1
