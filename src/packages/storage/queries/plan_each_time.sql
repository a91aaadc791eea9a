-- SPDX-License-Identifier: Apache-2.0
-- The filters of a list decide which index serves it; one plan for all of them would serve none.
SELECT set_config('plan_cache_mode', 'force_custom_plan', true)
