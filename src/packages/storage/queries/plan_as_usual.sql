-- SPDX-License-Identifier: Apache-2.0
-- After a list: what else the transaction asks has few filters and is asked often.
SELECT set_config('plan_cache_mode', 'auto', true)
