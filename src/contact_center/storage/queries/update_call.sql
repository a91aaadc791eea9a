-- SPDX-License-Identifier: Apache-2.0
UPDATE contact_center.calls SET next_at = $2, call_back_at = $3, done = $4 WHERE id = $1
