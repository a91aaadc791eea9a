-- SPDX-License-Identifier: Apache-2.0
SELECT application_id, inquiry_id, item, number, title, agency, subject, has_data, brings, words, signature_verdict,
  signer_name, personal_verdict, person_name, answered_at, asked
FROM applications.inquiry_answers
WHERE application_id = ANY ($1::uuid[])
ORDER BY inquiry_id
