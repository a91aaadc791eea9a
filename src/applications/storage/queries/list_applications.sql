-- SPDX-License-Identifier: Apache-2.0
SELECT id, organization_id, branch_id, applicant_id, applicant_name, kind, status, number, service_code, service_version,
  form, marks, representative, consent, operator_id, operator_name, executor_id, executor_name, filed_at, planned_date,
  external_status, rework_reason, rework_until, decision, result_papers, message_id, issue_branch_id, recipient, registered_on,
  promised_date, version, created_at, updated_at
FROM applications.applications
WHERE id = ANY ($1::uuid[])
