-- SPDX-License-Identifier: Apache-2.0
SELECT 1 FROM testbed.messages WHERE id = $1
