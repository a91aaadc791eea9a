-- SPDX-License-Identifier: Apache-2.0
SELECT at, actor, changes, source FROM applicants.changes WHERE applicant_id = $1 ORDER BY id DESC LIMIT 500
