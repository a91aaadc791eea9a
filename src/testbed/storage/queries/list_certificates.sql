-- SPDX-License-Identifier: Apache-2.0
SELECT sha256, mnemonic, active FROM testbed.certificates
