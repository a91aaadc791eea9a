-- SPDX-License-Identifier: Apache-2.0
SELECT c.uin, c.payer, c.payer_inn, c.bill_date, c.amount, c.kbk, c.payee_inn, c.meaning, c.reason, c.changed_at, c.xml,
       coalesce(s.paid, 0)::bigint AS paid, s.settled IS NOT NULL AS settled, coalesce(s.forced, false) AS forced
FROM testbed.charges c
LEFT JOIN LATERAL (
  SELECT sum(coalesce(p.amount, 0)) AS paid, bool_or(q.forced) AS forced, max(q.uin) AS settled
  FROM testbed.quittances q LEFT JOIN testbed.payments p USING (payment_id)
  WHERE q.uin = c.uin AND NOT q.revoked) s ON true
WHERE ($1::text[] = '{}' OR c.uin = ANY ($1)) AND ($2::text[] = '{}' OR c.payer = ANY ($2))
  AND ($3::text[] = '{}' OR c.payer_inn = ANY ($3)) AND ($4::text[] = '{}' OR c.kbk = ANY ($4))
  AND ($5::text[] = '{}' OR c.payee_inn = ANY ($5))
  AND ($6::timestamptz IS NULL OR c.bill_date >= $6) AND ($7::timestamptz IS NULL OR c.bill_date <= $7)
ORDER BY c.bill_date, c.uin
LIMIT $8 OFFSET $9
