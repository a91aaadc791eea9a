-- SPDX-License-Identifier: Apache-2.0
UPDATE message_types.changes SET number = number + 1
