-- SPDX-License-Identifier: Apache-2.0
SELECT pem FROM testbed.authorities ORDER BY sha256
