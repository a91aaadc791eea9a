-- SPDX-License-Identifier: Apache-2.0
DELETE FROM access.sessions WHERE last_seen_at < $1 OR created_at < $2;
