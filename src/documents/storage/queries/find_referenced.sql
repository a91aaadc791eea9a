-- SPDX-License-Identifier: Apache-2.0
SELECT DISTINCT sha256 AS sha256 FROM documents.documents WHERE sha256 = ANY ($1::text[])
