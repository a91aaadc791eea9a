-- SPDX-License-Identifier: Apache-2.0
UPDATE access.organizations
SET name = $2, short_name = $3, ogrn = $4, inn = $5, kpp = $6, address = $7
WHERE id = $1;
