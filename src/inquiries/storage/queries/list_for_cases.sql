-- SPDX-License-Identifier: Apache-2.0
SELECT id FROM inquiries.inquiries WHERE case_kind = $1 AND case_id = ANY($2::uuid[])
