-- SPDX-License-Identifier: Apache-2.0
-- The cases of a package by number, and the last way of each to the agency.
SELECT c.application_id, c.outcome, c.not_taken, c.applicant_name, c.documents, c.sheets,
  coalesce(c.fingerprint, '') AS fingerprint, last.sent_at, last.received_on
FROM packages.package_cases c
JOIN applications.v_cases v ON v.id = c.application_id
LEFT JOIN LATERAL (
  SELECT p.sent_at, p.received_on
  FROM packages.package_cases e JOIN packages.packages p ON p.id = e.package_id
  WHERE e.application_id = c.application_id AND e.not_taken = '' AND p.direction = 'to_agency'
    AND p.sent_at IS NOT NULL AND p.state NOT IN ('returned', 'lost')
  ORDER BY p.sent_at DESC LIMIT 1) last ON true
WHERE c.package_id = $1
ORDER BY v.number
