-- SPDX-License-Identifier: Apache-2.0
UPDATE agency.registrations SET applicant_name = $2, applicant = $3, form = $4, documents = $5, signature = $6,
  search = $7, version = version + 1
WHERE id = $1
