-- SPDX-License-Identifier: Apache-2.0
SELECT id, kind, code, name, short_name, ogrn, inn, kpp, address, time_zone
FROM access.organizations
WHERE code = $1;
