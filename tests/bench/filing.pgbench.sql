-- SPDX-License-Identifier: Apache-2.0
-- The floor of filing: what the product writes for one filing, in one transaction, by hand. Each client has its own
-- share of bench_drafts: its number, then every :clients further on.
\set n :client_id + :step * :clients + :first
\set step :step + 1
BEGIN;
SELECT set_config('okno.organization_id', organization_id::text, true) FROM bench_drafts WHERE n = :n;
INSERT INTO applications.history (id, application_id, organization_id, version, at, user_id, actor, kind, from_status,
  to_status, code, detail, reason)
SELECT gen_random_uuid(), id, organization_id, version + 1, now(), operator_id, 'Иванова А. П.', 'status', 'draft',
  'intake', 'applications.history.filed', '', '' FROM bench_drafts WHERE n = :n;
INSERT INTO access.idempotency_keys (organization_id, user_id, key, operation, request_sha256, answer, created_at)
SELECT organization_id, operator_id, id::text, 'applications.file', decode(repeat('ab', 32), 'hex'),
  jsonb_build_object('id', id), now() FROM bench_drafts WHERE n = :n;
INSERT INTO access.audit_entries (id, organization_id, at, event, user_id, user_name, object_kind, object_id, reason,
  remote_address, request_id)
SELECT gen_random_uuid(), organization_id, now(), 'application.filed', operator_id, 'Иванова А. П.', 'application',
  id::text, '', '127.0.0.1', id::text FROM bench_drafts WHERE n = :n;
WITH draft AS (SELECT * FROM bench_drafts WHERE n = :n), next AS (
  INSERT INTO applications.counters AS counter (branch_id, year, organization_id, last)
  SELECT branch_id, 2026, organization_id, 1 FROM draft
  ON CONFLICT (branch_id, year) DO UPDATE SET last = counter.last + 1
  RETURNING last)
UPDATE applications.applications a SET status = 'intake', number = draft.code || '-26-' || to_char(next.last, 'FM000000'),
  serial = next.last, form = a.form, filed_at = now(), planned_date = now()::date + 30, version = a.version + 1,
  updated_at = now()
FROM next, draft WHERE a.id = draft.id;
COMMIT;
