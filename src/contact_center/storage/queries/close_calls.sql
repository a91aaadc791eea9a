-- SPDX-License-Identifier: Apache-2.0
-- All open calls of the case but those of the reason that still holds ('' = none does).
UPDATE contact_center.calls SET done = true WHERE application_id = $1 AND NOT done AND reason <> $2
