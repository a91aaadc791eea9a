-- SPDX-License-Identifier: Apache-2.0
INSERT INTO okno.migrations (room, name, sha256)
VALUES ($1, $2, encode(sha256(convert_to($3, 'UTF8')), 'hex'));
