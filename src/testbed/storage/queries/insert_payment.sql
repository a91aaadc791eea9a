-- SPDX-License-Identifier: Apache-2.0
INSERT INTO testbed.payments (payment_id, uin, payer, payer_inn, payment_date, amount, kbk, payee_inn, xml)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
ON CONFLICT (payment_id) DO NOTHING
