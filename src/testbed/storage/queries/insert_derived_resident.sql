-- SPDX-License-Identifier: Apache-2.0
INSERT INTO testbed.residents (key, kind, origin, name_key, birth_date, snils, inn, ogrn, document, card)
VALUES ($1, $2, 'derived', $3, $4, $5, $6, $7, $8, $9)
ON CONFLICT (key) DO NOTHING
