-- SPDX-License-Identifier: Apache-2.0
SELECT b.phone, o.contact_phone
FROM access.branches b JOIN access.organizations o ON o.id = b.organization_id
WHERE b.id = $1;
