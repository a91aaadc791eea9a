-- SPDX-License-Identifier: Apache-2.0
SELECT operation = $4 AND request_sha256 = $5 AS same, answer
FROM access.idempotency_keys
WHERE organization_id = $1 AND user_id = $2 AND key = $3;
