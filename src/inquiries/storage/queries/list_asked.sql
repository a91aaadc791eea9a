-- SPDX-License-Identifier: Apache-2.0
SELECT case_id, case_item, asked, state
FROM inquiries.inquiries
WHERE case_kind = $1 AND case_id = ANY ($2::uuid[]) AND state = ANY ($3::text[])
