-- SPDX-License-Identifier: Apache-2.0
SELECT number FROM message_types.changes FOR UPDATE
