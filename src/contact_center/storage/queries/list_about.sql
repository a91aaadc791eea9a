-- SPDX-License-Identifier: Apache-2.0
SELECT id FROM contact_center.calls WHERE application_id = ANY($1::uuid[])
