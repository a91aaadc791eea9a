-- SPDX-License-Identifier: Apache-2.0
INSERT INTO catalog.favourites (user_id, service_code, organization_id, created_at)
VALUES ($1::uuid, $2, $3::uuid, $4::timestamptz)
ON CONFLICT DO NOTHING
