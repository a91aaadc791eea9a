-- SPDX-License-Identifier: Apache-2.0
-- Message types that the register has inquiries of, with their newest title: one step of an index a type.
WITH RECURSIVE type AS (
  (SELECT type_name FROM inquiries.inquiries WHERE organization_id = $1 ORDER BY type_name LIMIT 1)
  UNION ALL
  SELECT (SELECT next.type_name FROM inquiries.inquiries next
          WHERE next.organization_id = $1 AND next.type_name > type.type_name ORDER BY next.type_name LIMIT 1)
  FROM type WHERE type.type_name IS NOT NULL)
SELECT type.type_name AS name, newest.type_title AS title
FROM type
CROSS JOIN LATERAL (SELECT type_title FROM inquiries.inquiries i
                    WHERE i.organization_id = $1 AND i.type_name = type.type_name ORDER BY i.id DESC LIMIT 1) newest
ORDER BY title, name
