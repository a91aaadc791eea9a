-- SPDX-License-Identifier: Apache-2.0
SELECT subject_kind, subject_id FROM exchange.messages WHERE id = $1 AND subject_id IS NOT NULL
