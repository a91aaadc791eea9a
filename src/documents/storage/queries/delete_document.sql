-- SPDX-License-Identifier: Apache-2.0
DELETE FROM documents.documents WHERE id = $3 AND owner_id = $2 AND owner_kind = $1
