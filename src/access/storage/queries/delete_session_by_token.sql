-- SPDX-License-Identifier: Apache-2.0
DELETE FROM access.sessions WHERE token_sha256 = $1;
