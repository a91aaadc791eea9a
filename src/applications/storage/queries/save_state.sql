-- SPDX-License-Identifier: Apache-2.0
-- Everything but the answers.
UPDATE applications.applications SET
  kind = $2, status = $3, executor_id = $4, executor_name = $5, planned_date = $6, external_status = $7,
  rework_reason = $8, rework_until = $9, decision = $10, message_id = $11, issue_branch_id = $12, recipient = $13,
  registered_on = $14, promised_date = $15, result_papers = $16, version = $17, updated_at = $18
WHERE id = $1
