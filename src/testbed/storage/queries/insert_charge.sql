-- SPDX-License-Identifier: Apache-2.0
INSERT INTO testbed.charges (uin, payer, payer_inn, bill_date, amount, kbk, payee_inn, meaning, xml)
VALUES ($1, $2, $3, $4, $5, $6, $7, '1', $8)
ON CONFLICT (uin) DO NOTHING
