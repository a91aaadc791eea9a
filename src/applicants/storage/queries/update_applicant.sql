-- SPDX-License-Identifier: Apache-2.0
UPDATE applicants.applicants SET (
  kind, last_name, first_name, middle_name, birth_date, birth_place, sex, citizenship,
  snils, inn, ogrn, kpp, full_name, short_name, head_name, head_position, identity_document, other_documents,
  registration_address, residence_address, phone, email, version, updated_at)
= ($3, $4, $5, $6, $7::date, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19::jsonb, $20::jsonb, $21, $22, $23,
  $24, version + 1, $25::timestamptz)
WHERE id = $1 AND organization_id = $2
