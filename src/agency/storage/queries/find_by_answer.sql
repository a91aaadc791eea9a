-- SPDX-License-Identifier: Apache-2.0
SELECT id FROM agency.registrations WHERE answer_id = $1
