-- SPDX-License-Identifier: Apache-2.0
SELECT behaviour, answered, refused, failed, last_at FROM testbed.neighbours WHERE mnemonic = $1
