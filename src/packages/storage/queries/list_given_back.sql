-- SPDX-License-Identifier: Apache-2.0
-- Of these cases, those the agency did not take or consider last time, or that were lost on the way to it.
SELECT wanted.id
FROM unnest($1::uuid[]) AS wanted (id)
CROSS JOIN LATERAL (
  SELECT c.not_taken <> '' OR p.state = 'lost' OR coalesce(c.outcome ->> 'kind' = 'unconsidered', false) AS given_back
  FROM packages.package_cases c JOIN packages.packages p ON p.id = c.package_id
  WHERE c.application_id = wanted.id AND p.state IN ('delivered', 'returned', 'lost', 'done')
  ORDER BY p.ended_at DESC, p.id DESC LIMIT 1) last
WHERE last.given_back
