-- SPDX-License-Identifier: Apache-2.0
SELECT mnemonic, name FROM testbed.participants WHERE certificate_sha256 = $1
