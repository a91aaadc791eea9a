-- SPDX-License-Identifier: Apache-2.0
UPDATE access.audit_entries entry
SET serial = sealed.serial, hash = decode(sealed.hash, 'hex')
FROM unnest($2::uuid[], $3::bigint[], $4::text[]) AS sealed (id, serial, hash)
WHERE entry.id = sealed.id AND entry.organization_id = $1;
