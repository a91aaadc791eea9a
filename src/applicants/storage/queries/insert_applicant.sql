-- SPDX-License-Identifier: Apache-2.0
INSERT INTO applicants.applicants (
  id, organization_id, kind, last_name, first_name, middle_name, birth_date, birth_place, sex, citizenship,
  snils, inn, ogrn, kpp, full_name, short_name, head_name, head_position, identity_document, other_documents,
  registration_address, residence_address, phone, email, version, created_at, updated_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23,
  $24, 1, $25, $25)
