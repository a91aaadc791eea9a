-- SPDX-License-Identifier: Apache-2.0
-- Addressees that the register has inquiries to: one step of an index an addressee.
WITH RECURSIVE addressee AS (
  (SELECT addressee AS name FROM inquiries.inquiries WHERE organization_id = $1 ORDER BY addressee LIMIT 1)
  UNION ALL
  SELECT (SELECT next.addressee FROM inquiries.inquiries next
          WHERE next.organization_id = $1 AND next.addressee > addressee.name ORDER BY next.addressee LIMIT 1)
  FROM addressee WHERE addressee.name IS NOT NULL)
SELECT name FROM addressee WHERE name IS NOT NULL ORDER BY name
