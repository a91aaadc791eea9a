-- SPDX-License-Identifier: Apache-2.0
SELECT id, number AS text FROM agency.registrations WHERE id = ANY($1::uuid[])
