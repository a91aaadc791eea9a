-- SPDX-License-Identifier: Apache-2.0
SELECT id, (decision ->> 'positive')::boolean AS positive FROM applications.applications
WHERE id = ANY ($1::uuid[]) AND decision IS NOT NULL
