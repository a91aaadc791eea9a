-- SPDX-License-Identifier: Apache-2.0
SELECT p.payment_id, p.uin, p.payer, p.payer_inn, p.payment_date, p.amount, p.kbk, p.payee_inn, p.provided, p.xml,
       coalesce((SELECT min(q.uin) FROM testbed.quittances q
                 WHERE q.payment_id = p.payment_id AND NOT q.revoked), '') AS settles
FROM testbed.payments p
WHERE ($1::text[] = '{}' OR p.uin = ANY ($1)) AND ($2::text[] = '{}' OR p.payer = ANY ($2))
  AND ($3::text[] = '{}' OR p.payer_inn = ANY ($3)) AND ($4::text[] = '{}' OR p.payment_id = ANY ($4))
  AND ($5::text[] = '{}' OR p.kbk = ANY ($5)) AND ($6::text[] = '{}' OR p.payee_inn = ANY ($6))
  AND ($7::timestamptz IS NULL OR p.payment_date >= $7) AND ($8::timestamptz IS NULL OR p.payment_date <= $8)
ORDER BY p.payment_date, p.payment_id
LIMIT $9 OFFSET $10
