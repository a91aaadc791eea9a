-- SPDX-License-Identifier: Apache-2.0
SELECT c.* FROM applications.applications a JOIN applicants.v_applicants c ON c.id = a.applicant_id WHERE a.id = $1
