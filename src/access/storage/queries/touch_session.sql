-- SPDX-License-Identifier: Apache-2.0
UPDATE access.sessions SET last_seen_at = $2 WHERE id = $1 AND last_seen_at < $2;
