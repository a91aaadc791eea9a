-- SPDX-License-Identifier: Apache-2.0
SELECT case_id, count(*)::integer AS waiting
FROM inquiries.inquiries
WHERE case_kind = $1 AND case_id = ANY ($2::uuid[]) AND state = ANY ($3::text[])
GROUP BY case_id
