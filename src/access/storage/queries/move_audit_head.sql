-- SPDX-License-Identifier: Apache-2.0
UPDATE access.audit_heads SET serial = $2, hash = $3 WHERE organization_id = $1;
