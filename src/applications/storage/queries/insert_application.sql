-- SPDX-License-Identifier: Apache-2.0
INSERT INTO applications.applications (
  id, organization_id, branch_id, applicant_id, applicant_name, kind, status, service_code, service_version,
  form, marks, representative, consent, operator_id, operator_name, executor_name, rework_reason, version,
  created_at, updated_at)
VALUES ($1, $2, $3, $4, $5, 'service', 'draft', $6, $7, $8, '[]', NULL, false, $9, $10, '', '', 1, $11, $11)
