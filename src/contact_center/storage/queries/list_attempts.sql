-- SPDX-License-Identifier: Apache-2.0
SELECT call_id, at, by_name, outcome, note FROM contact_center.attempts WHERE call_id = ANY ($1::uuid[]) ORDER BY id
