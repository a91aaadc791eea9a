-- SPDX-License-Identifier: Apache-2.0
UPDATE agency.registrations SET status = $2, unit_id = $3, executor_id = $4, executor_name = $5, outcome = $6,
  decision_text = $7, decided_at = $8, decided_by = $9, answer_id = $10, answer_state = $11, version = version + 1
WHERE id = $1
