-- SPDX-License-Identifier: Apache-2.0
UPDATE packages.packages SET
  state = $2, run_id = $3, ready_at = $4, sent_at = $5, ended_at = $6, ended_by_name = $7, received_on = $8,
  incoming_number = $9, version = $10, ended_by = $11, end_reason = $12, corrected_at = $13, corrected_by_name = $14,
  changed_by_name = $15
WHERE id = $1
