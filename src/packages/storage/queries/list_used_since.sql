-- SPDX-License-Identifier: Apache-2.0
-- Cases of an ended package that another one, not given up, has taken since.
SELECT c.application_id AS id
FROM packages.packages p JOIN packages.package_cases c ON c.package_id = p.id
WHERE p.id = $1 AND EXISTS (
  SELECT FROM packages.package_cases later JOIN packages.packages l ON l.id = later.package_id
  WHERE later.application_id = c.application_id AND later.package_id <> p.id AND later.added_at >= p.ended_at
    AND l.state <> 'dissolved')
