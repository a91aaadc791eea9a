-- SPDX-License-Identifier: Apache-2.0
SELECT recipient FROM testbed.deliveries WHERE message_id = $1 ORDER BY position
