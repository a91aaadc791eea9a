-- SPDX-License-Identifier: Apache-2.0
SELECT id FROM exchange.messages WHERE subject_id = ANY($1::uuid[])
