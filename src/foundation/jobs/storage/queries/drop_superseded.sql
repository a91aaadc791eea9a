-- SPDX-License-Identifier: Apache-2.0
-- A failed job of whose kind and key another waits already needs no repeat.
DELETE FROM jobs.jobs failed
USING jobs.jobs waiting
WHERE failed.id = $1 AND failed.state = 'running' AND failed.key <> ''
  AND waiting.kind = failed.kind AND waiting.key = failed.key AND waiting.state = 'waiting';
