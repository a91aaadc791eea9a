-- SPDX-License-Identifier: Apache-2.0
-- The register, newest first. What is being begun and has no number is shown to its maker only. Conditions left empty
-- do not filter; which moment the period means is $14.
SELECT id, organization_id, branch_id, number, type_name, type_version, type_title, addressee, applicant_id, subject_name,
  case_kind, case_id, case_number, case_item, consumer_number, purpose, state, state_text, form, message_id, answer, executor_id,
  executor_name, version, created_at, updated_at, sent_at, answered_at, asked
FROM inquiries.inquiries
WHERE organization_id = $1
  AND ($2::uuid IS NULL OR branch_id = $2 OR executor_id = $3)
  AND (number IS NOT NULL OR executor_id = $3)
  AND ($4::text IS NULL OR type_name = $4)
  AND ($5::text IS NULL OR addressee = $5)
  AND ($6::text[] IS NULL OR state = ANY ($6))
  AND ($7::uuid IS NULL OR applicant_id = $7)
  AND ($8::uuid IS NULL OR case_id = $8)
  AND ($9::uuid IS NULL OR executor_id = $9)
  AND ($10::text IS NULL OR number = $10 OR starts_with(number, $10) OR serial = $11 OR case_number = $10
    OR (consumer_number = $10 AND $10 <> '') OR applicant_id = ANY ($12::uuid[]))
  AND ($13::timestamptz IS NULL OR
    CASE $14 WHEN 'sent' THEN sent_at WHEN 'answered' THEN answered_at WHEN 'updated' THEN updated_at ELSE created_at END >= $13)
  AND ($15::timestamptz IS NULL OR
    CASE $14 WHEN 'sent' THEN sent_at WHEN 'answered' THEN answered_at WHEN 'updated' THEN updated_at ELSE created_at END < $15)
  AND ($18::uuid[] IS NULL OR branch_id = ANY ($18))
  AND ($16::uuid IS NULL OR id < $16)
ORDER BY id DESC
LIMIT $17
