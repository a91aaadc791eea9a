-- SPDX-License-Identifier: Apache-2.0
SELECT b.* FROM applications.applications a JOIN access.v_branches b ON b.id = a.branch_id WHERE a.id = $1
