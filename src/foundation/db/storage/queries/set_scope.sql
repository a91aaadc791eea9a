-- SPDX-License-Identifier: Apache-2.0
SELECT set_config('okno.organization_id', $1, true);
