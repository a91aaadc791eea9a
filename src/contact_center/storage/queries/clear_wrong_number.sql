-- SPDX-License-Identifier: Apache-2.0
DELETE FROM contact_center.wrong_numbers w
USING contact_center.calls c, applications.v_cases a
WHERE c.id = $1 AND a.id = c.application_id AND w.applicant_id = a.applicant_id AND w.phone = $2
