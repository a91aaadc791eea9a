-- SPDX-License-Identifier: Apache-2.0
-- «later»: the agency counts to a later day than the receipt promises.
ALTER TABLE contact_center.calls
  DROP CONSTRAINT calls_reason_check,
  ADD CONSTRAINT calls_reason_check CHECK (reason IN ('result', 'rework', 'later'));

-- Those whose day was moved before there was such a call have not been told either.
INSERT INTO contact_center.calls (id, organization_id, application_id, reason, since, next_at, done)
SELECT gen_random_uuid(), organization_id, id, 'later', now(), now(), false
FROM applications.v_cases
WHERE status IN ('sent', 'in_agency') AND planned_date > promised_date
ON CONFLICT (application_id) WHERE NOT done DO NOTHING;
