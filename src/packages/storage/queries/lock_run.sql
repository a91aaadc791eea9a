-- SPDX-License-Identifier: Apache-2.0
SELECT id FROM packages.runs WHERE id = $1 FOR UPDATE
