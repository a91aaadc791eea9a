-- SPDX-License-Identifier: Apache-2.0
LOCK TABLE catalog.services IN SHARE ROW EXCLUSIVE MODE
