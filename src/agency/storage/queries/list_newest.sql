-- SPDX-License-Identifier: Apache-2.0
-- Newest first, decided ones included. Parameters as in list_open; the cursor is the id alone ($10).
SELECT r.id, r.number, r.center_number, r.center_name, r.status, r.applicant_name, r.service_code, r.service_name,
  u.name AS unit_name, r.executor_name, r.received_at, r.planned_date, r.version
FROM agency.registrations r JOIN access.units u ON u.id = r.unit_id
WHERE ($1::boolean OR r.unit_id = ANY ($2::uuid[]))
  AND ($3::text IS NULL OR r.status = $3) AND ($4::uuid IS NULL OR r.executor_id = $4)
  AND ($5::text IS NULL OR r.search LIKE $5) AND ($6::text IS NULL OR r.service_code = $6)
  AND ($7::uuid IS NULL OR r.unit_id = $7) AND ($8::date IS NULL OR (r.planned_date < $8 AND r.status <> 'decided'))
  AND ($9::date IS NULL OR r.id < $10::uuid)
ORDER BY r.id DESC LIMIT $11
