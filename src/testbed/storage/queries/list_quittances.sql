-- SPDX-License-Identifier: Apache-2.0
SELECT q.uin, q.payment_id, q.forced, q.revoked, q.created_at, c.amount AS charge_amount, p.amount AS payment_amount,
       (SELECT coalesce(sum(p2.amount), 0)::bigint FROM testbed.quittances q2 JOIN testbed.payments p2 USING (payment_id)
        WHERE q2.uin = q.uin AND NOT q2.revoked) AS paid
FROM testbed.quittances q JOIN testbed.charges c USING (uin) LEFT JOIN testbed.payments p USING (payment_id)
WHERE ($1::text[] = '{}' OR q.uin = ANY ($1))
  AND ($2::timestamptz IS NULL OR q.created_at >= $2) AND ($3::timestamptz IS NULL OR q.created_at <= $3)
ORDER BY q.created_at, q.uin, q.payment_id
LIMIT $4 OFFSET $5
