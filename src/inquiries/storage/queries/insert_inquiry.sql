-- SPDX-License-Identifier: Apache-2.0
INSERT INTO inquiries.inquiries (
  id, organization_id, branch_id, type_name, type_version, type_title, addressee, applicant_id, subject_name, case_kind,
  case_id, case_number, case_item, purpose, state, state_text, form, executor_id, executor_name, version, created_at,
  updated_at, asked)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 'formed', '', $15, $16, $17, 1, $18, $18, $19)
