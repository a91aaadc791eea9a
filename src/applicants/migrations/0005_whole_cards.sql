-- SPDX-License-Identifier: Apache-2.0
-- Whole cards for a query of a room above; the policy holds behind it.
CREATE VIEW applicants.v_applicants WITH (security_invoker) AS
SELECT id, organization_id, kind, last_name, first_name, middle_name, birth_date, birth_place, sex, citizenship,
  snils, inn, ogrn, kpp, full_name, short_name, head_name, head_position, identity_document, other_documents,
  registration_address, residence_address, phone, email, version, created_at, updated_at
FROM applicants.applicants;
