-- SPDX-License-Identifier: Apache-2.0
-- Messages that wait for the bus and were not told so yet, some at a time. It passes for their first try.
UPDATE exchange.messages SET is_held = true, tries = 1, error_code = 'exchange.bus_unreachable', error = $2
WHERE id IN (
  SELECT id FROM exchange.messages
  WHERE connection_id = $1 AND state = 'waiting' AND NOT is_held AND tries = 0 AND taken_until IS NULL
  LIMIT $3
  FOR UPDATE SKIP LOCKED)
RETURNING id, operation, subject_kind, subject_id
