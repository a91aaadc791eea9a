-- SPDX-License-Identifier: Apache-2.0
-- Cases of these statuses in a branch that are in no package on its way, by their service as they were filed;
-- given_back: those the agency did not take or consider last time, or that were lost on the way to it.
SELECT v.service_code, v.service_version, count(*)::integer AS cases,
  (count(*) FILTER (WHERE last.given_back))::integer AS given_back
FROM applications.v_cases v
LEFT JOIN LATERAL (
  SELECT c.not_taken <> '' OR p.state = 'lost' OR coalesce(c.outcome ->> 'kind' = 'unconsidered', false) AS given_back
  FROM packages.package_cases c JOIN packages.packages p ON p.id = c.package_id
  WHERE c.application_id = v.id AND p.state IN ('delivered', 'returned', 'lost', 'done')
  ORDER BY p.ended_at DESC, p.id DESC LIMIT 1) last ON true
WHERE v.organization_id = $1 AND v.branch_id = $2 AND v.open AND v.status = ANY ($3::text[])
  AND NOT EXISTS (SELECT FROM packages.package_cases c WHERE c.application_id = v.id AND c.on_its_way)
GROUP BY v.service_code, v.service_version
ORDER BY v.service_code, v.service_version
