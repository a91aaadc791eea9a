-- SPDX-License-Identifier: Apache-2.0
-- What is in another package on its way is left out: when that one is being added this moment, it is waited for. In the
-- order of ids, so that two who add the same do not wait for each other.
INSERT INTO packages.package_cases (package_id, application_id, organization_id, added_at, on_its_way, outcome)
SELECT $1::uuid, c.id, $2::uuid, $3::timestamptz, true, c.outcome
FROM jsonb_to_recordset($4::jsonb) AS c (id uuid, outcome jsonb)
ORDER BY c.id
ON CONFLICT (application_id) WHERE on_its_way DO NOTHING
RETURNING application_id
