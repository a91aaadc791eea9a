-- SPDX-License-Identifier: Apache-2.0
UPDATE testbed.charges SET payer = $2, payer_inn = $3, bill_date = $4, amount = $5, kbk = $6, meaning = $7, reason = $8,
  changed_at = $9, xml = $10
WHERE uin = $1
