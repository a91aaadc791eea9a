-- SPDX-License-Identifier: Apache-2.0
UPDATE packages.runs SET state = $2, courier = $3, sent_at = $4, sent_by_name = $5, version = $6, sent_by = $7 WHERE id = $1
