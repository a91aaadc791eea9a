-- SPDX-License-Identifier: Apache-2.0
-- When the next request may have to be taken out: one that has been handed out waits for its acknowledgement first.
SELECT min(CASE WHEN waits_for_ack THEN greatest(eol, visible_at) ELSE eol END) AS eol
FROM testbed.deliveries
WHERE state = 'ready' AND eol IS NOT NULL
