-- SPDX-License-Identifier: Apache-2.0
SELECT serial, hash FROM access.audit_heads WHERE organization_id = $1 FOR UPDATE;
