-- SPDX-License-Identifier: Apache-2.0
SELECT id FROM agency.registrations WHERE request_id = $1
