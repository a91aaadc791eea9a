-- SPDX-License-Identifier: Apache-2.0
INSERT INTO access.organizations (id, kind, code, name, short_name, ogrn, inn, kpp, address, time_zone, created_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);
