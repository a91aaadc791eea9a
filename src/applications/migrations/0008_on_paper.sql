-- SPDX-License-Identifier: Apache-2.0
-- Cases that go to their agency on paper, and what came back with its decision. Neither writes the table anew.
ALTER TABLE applications.applications
  DROP CONSTRAINT applications_status_check,
  ADD CONSTRAINT applications_status_check CHECK (status IN ('draft', 'intake', 'processing', 'rework',
    'delivery_queued', 'delivery_on_demand', 'sent', 'sent_by_courier', 'in_agency', 'awaiting_notice',
    'ready_to_issue', 'closed', 'refused_intake', 'withdrawn', 'unclaimed')),
  ADD result_papers jsonb NOT NULL DEFAULT '[]';

-- The few results that only their own branch issues: counts of lists take them off.
CREATE INDEX applications_results_on_paper ON applications.applications (organization_id, branch_id) INCLUDE (status)
  WHERE open AND result_papers <> '[]';

-- Packages count what waits for them, by the index of open cases.
CREATE OR REPLACE VIEW applications.v_cases WITH (security_invoker) AS
SELECT id, organization_id, branch_id, applicant_id, number, serial, status, service_code, service_version, rework_reason,
  rework_until, planned_date, promised_date, open
FROM applications.applications;
