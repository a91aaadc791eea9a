-- SPDX-License-Identifier: Apache-2.0
SELECT * FROM exchange.message_heads
WHERE organization_id = $1 AND id < $2 AND ($3::boolean IS NULL OR outgoing = $3) AND ($4 = '' OR state = $4)
  AND ($5 = '' OR operation = $5) AND ($6 = '' OR version = $6) AND ($7 = '' OR content_namespace = $7)
  AND ($8 = '' OR error_code = $8) AND ($9 = '' OR strpos(lower(sender_name), lower($9)) > 0)
  AND ($10::timestamptz IS NULL OR created_at >= $10) AND ($11::timestamptz IS NULL OR created_at < $11)
  AND smev_id = $13
  AND ($14 = '' OR id IN (SELECT id FROM exchange.messages WHERE smev_id = $13
    AND search @@ regexp_replace(websearch_to_tsquery('russian', $14)::text, $$'(?=[ )]|$)$$, $$':*$$, 'g')::tsquery))
ORDER BY id DESC
LIMIT $12
