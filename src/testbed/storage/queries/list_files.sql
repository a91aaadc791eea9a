-- SPDX-License-Identifier: Apache-2.0
SELECT directory, name, size FROM testbed.files WHERE message_id = $1 ORDER BY directory
