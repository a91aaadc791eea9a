-- SPDX-License-Identifier: Apache-2.0
SELECT id, organization_id, branch_id, number, type_name, type_version, type_title, addressee, applicant_id, subject_name,
  case_kind, case_id, case_number, case_item, consumer_number, purpose, state, state_text, form, message_id, answer, executor_id,
  executor_name, version, created_at, updated_at, sent_at, answered_at, asked
FROM inquiries.inquiries
WHERE id = $1
