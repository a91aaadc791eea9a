-- SPDX-License-Identifier: Apache-2.0
INSERT INTO applications.inquiry_answers (
  inquiry_id, application_id, organization_id, item, number, title, agency, has_data, words, signature_verdict,
  signer_name, personal_verdict, person_name, answered_at, subject, brings, asked)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
