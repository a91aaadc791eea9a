-- SPDX-License-Identifier: Apache-2.0
DELETE FROM message_types.versions WHERE name = $1 AND version = $2 AND state = 'draft'
