-- SPDX-License-Identifier: Apache-2.0
SELECT id, number FROM agency.registrations WHERE id = ANY($1::uuid[])
