-- SPDX-License-Identifier: Apache-2.0
SELECT id, number AS text FROM applications.applications WHERE id = ANY($1::uuid[]) AND number IS NOT NULL
