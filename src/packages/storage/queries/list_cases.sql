-- SPDX-License-Identifier: Apache-2.0
-- The cases of a package by number, and when each left for the agency last.
SELECT c.application_id, c.outcome, c.not_taken, c.applicant_name, c.documents, c.sheets,
  (SELECT max(p.sent_at) FROM packages.package_cases e JOIN packages.packages p ON p.id = e.package_id
   WHERE e.application_id = c.application_id AND e.not_taken = '' AND p.direction = 'to_agency') AS sent_at
FROM packages.package_cases c
JOIN applications.v_cases v ON v.id = c.application_id
WHERE c.package_id = $1
ORDER BY v.number
