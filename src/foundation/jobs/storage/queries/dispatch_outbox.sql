-- SPDX-License-Identifier: Apache-2.0
-- Gives how many events were taken; one nobody subscribes to is only deleted.
WITH taken AS (
  DELETE FROM jobs.outbox
  WHERE id IN (SELECT id FROM jobs.outbox ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED)
  RETURNING id, type, payload, organization_id
), made AS (
  INSERT INTO jobs.jobs (id, kind, payload, organization_id, max_attempts)
  SELECT gen_random_uuid(), s.subscriber || ':' || t.type, t.payload, t.organization_id, $2
  FROM taken t JOIN jobs.subscriptions s USING (type)
  ORDER BY t.id, s.subscriber
)
SELECT count(*) AS events FROM taken;
