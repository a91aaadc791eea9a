-- SPDX-License-Identifier: Apache-2.0
-- Who calls an applicant about a day that was moved tells both days.
CREATE OR REPLACE VIEW applications.v_cases WITH (security_invoker) AS
SELECT id, organization_id, branch_id, applicant_id, number, serial, status, service_code, service_version, rework_reason,
  rework_until, planned_date, promised_date
FROM applications.applications;
