-- SPDX-License-Identifier: Apache-2.0
INSERT INTO testbed.files (message_id, directory, name, size) VALUES ($1, $2, $3, $4)
