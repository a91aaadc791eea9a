-- SPDX-License-Identifier: Apache-2.0
UPDATE applications.applications
SET form = $2, marks = $3, representative = $4, consent = $5, version = $6, updated_at = $7
WHERE id = $1
