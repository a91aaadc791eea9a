-- SPDX-License-Identifier: Apache-2.0
SELECT id, result_papers <> '[]' AS on_paper, (decision ->> 'positive')::boolean AS positive,
  EXISTS (SELECT FROM applications.history h
          WHERE h.application_id = a.id AND h.from_status = 'withdrawn') AS though_withdrawn
FROM applications.applications a
WHERE id = ANY ($1::uuid[]) AND decision IS NOT NULL
