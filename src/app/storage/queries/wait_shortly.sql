-- SPDX-License-Identifier: Apache-2.0
-- Who waits for a lock on a whole table makes others wait behind.
SELECT set_config('lock_timeout', '1s', true)
