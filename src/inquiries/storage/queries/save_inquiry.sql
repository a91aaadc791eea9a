-- SPDX-License-Identifier: Apache-2.0
-- Everything that may change.
UPDATE inquiries.inquiries SET
  state = $2, state_text = $3, form = $4, subject_name = $5, case_number = $6, message_id = $7, answer = $8,
  executor_id = $9, executor_name = $10, version = $11, updated_at = $12, sent_at = $13, answered_at = $14,
  consumer_number = $15, applicant_id = $16, asked = $17
WHERE id = $1
