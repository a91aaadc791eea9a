-- SPDX-License-Identifier: Apache-2.0
DELETE FROM testbed.routes WHERE namespace = $1
