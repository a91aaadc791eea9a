-- SPDX-License-Identifier: Apache-2.0
INSERT INTO agency.registrations (id, organization_id, number, request_id, unit_id, status, center_number, center_name,
  service_code, service_name, applicant_name, applicant, form, documents, signature, search, received_at, planned_date)
VALUES ($1, $2, $3, $4, $5, 'registered', $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
