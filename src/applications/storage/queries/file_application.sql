-- SPDX-License-Identifier: Apache-2.0
-- Takes the branch's next number and files the draft under it, with its row of history, in one statement: the counter's
-- row stays locked only from here to the commit. Without $7 the answers stay as they lie: given anew they would be
-- compressed anew.
WITH next AS (
  INSERT INTO applications.counters AS counter (branch_id, year, organization_id, last)
  VALUES ($2, $3, $4, 1)
  ON CONFLICT (branch_id, year) DO UPDATE SET last = counter.last + 1
  RETURNING last),
noted AS (
  INSERT INTO applications.history (
    id, application_id, organization_id, version, at, user_id, actor, kind, from_status, to_status, code, detail, reason)
  VALUES ($11, $1, $4, $10, $8, $12, $13, 'status', 'draft', 'intake', $14, '', ''))
UPDATE applications.applications SET
  status = 'intake',
  number = $5 || '-' || to_char($3 % 100, 'FM00') || '-' || CASE WHEN next.last < 1000000 THEN to_char(next.last, 'FM000000') ELSE next.last::text END,
  serial = next.last,
  applicant_name = $6, form = coalesce($7, form), filed_at = $8, planned_date = $9, version = $10, updated_at = $8
FROM next
WHERE id = $1
RETURNING number
