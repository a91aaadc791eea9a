-- SPDX-License-Identifier: Apache-2.0
-- Cases of these statuses in a branch that are in no package on its way, by their service as they were filed.
SELECT v.service_code, v.service_version, count(*)::integer AS cases
FROM applications.v_cases v
WHERE v.organization_id = $1 AND v.branch_id = $2 AND v.open AND v.status = ANY ($3::text[])
  AND NOT EXISTS (SELECT FROM packages.package_cases c WHERE c.application_id = v.id AND c.on_its_way)
GROUP BY v.service_code, v.service_version
ORDER BY v.service_code, v.service_version
