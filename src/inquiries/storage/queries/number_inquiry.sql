-- SPDX-License-Identifier: Apache-2.0
-- Takes the organization's next number of the year in one statement: the counter's row stays locked only from here to
-- the commit.
WITH next AS (
  INSERT INTO inquiries.counters AS counter (organization_id, year, last)
  VALUES ($2, $3, 1)
  ON CONFLICT (organization_id, year) DO UPDATE SET last = counter.last + 1
  RETURNING last)
UPDATE inquiries.inquiries SET
  number = 'P/' || to_char($3 % 100, 'FM00') || '/' || next.last, serial = next.last
FROM next
WHERE id = $1
RETURNING number
