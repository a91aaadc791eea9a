-- SPDX-License-Identifier: Apache-2.0
-- What the receipt promised stays beside the date the agency counts to, and a case is due by the earlier of both.
ALTER TABLE applications.applications ADD promised_date date;

-- Cases whose date has moved already: the first move in their history tells what was promised.
UPDATE applications.applications a
SET promised_date = to_date(split_part(first.detail, ' ', 1), 'DD.MM.YYYY')
FROM (SELECT DISTINCT ON (application_id) application_id, detail FROM applications.history
      WHERE code = 'applications.history.planned_date_moved' ORDER BY application_id, id) first
WHERE a.id = first.application_id;

ALTER TABLE applications.applications DROP urgent_by;  -- with the two indexes that hold it
ALTER TABLE applications.applications ADD urgent_by date NOT NULL
  GENERATED ALWAYS AS (coalesce(least(planned_date, promised_date), DATE '9999-12-31')) STORED;
CREATE INDEX applications_open ON applications.applications (organization_id, branch_id, urgent_by, id) WHERE open;
CREATE INDEX applications_open_everywhere ON applications.applications (organization_id, urgent_by, id)
  INCLUDE (branch_id, status, operator_id, executor_id) WHERE open;  -- counts of lists read it alone
