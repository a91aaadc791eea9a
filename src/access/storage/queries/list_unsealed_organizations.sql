-- SPDX-License-Identifier: Apache-2.0
SELECT DISTINCT organization_id FROM access.audit_entries WHERE serial IS NULL;
