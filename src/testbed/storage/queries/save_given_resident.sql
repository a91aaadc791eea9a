-- SPDX-License-Identifier: Apache-2.0
-- Who was made up under the same name or number gives way, else there would be two of them.
WITH gone AS (
  DELETE FROM testbed.residents
  WHERE origin = 'derived' AND key <> $1
    AND (($3 <> '' AND name_key = $3 AND birth_date = $4::date)
      OR ($7 <> '' AND ogrn = $7) OR ($2 = 'legal_entity' AND kind = $2 AND $6 <> '' AND inn = $6)))
INSERT INTO testbed.residents (key, kind, origin, name_key, birth_date, snils, inn, ogrn, document, card)
VALUES ($1, $2, 'given', $3, $4::date, $5, $6, $7, $8, $9)
ON CONFLICT (key) DO UPDATE SET origin = 'given', name_key = excluded.name_key, birth_date = excluded.birth_date,
  snils = excluded.snils, inn = excluded.inn, ogrn = excluded.ogrn, document = excluded.document, card = excluded.card
