-- SPDX-License-Identifier: Apache-2.0
DELETE FROM access.idempotency_keys WHERE created_at < $1;
