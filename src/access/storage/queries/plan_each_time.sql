-- SPDX-License-Identifier: Apache-2.0
-- A plan for all filters at once reads the whole journal.
SET LOCAL plan_cache_mode = force_custom_plan;
