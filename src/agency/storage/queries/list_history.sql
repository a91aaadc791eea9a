-- SPDX-License-Identifier: Apache-2.0
SELECT at, actor, kind, from_status, to_status, text, reason FROM agency.history WHERE registration_id = $1 ORDER BY id
