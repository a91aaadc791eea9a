-- SPDX-License-Identifier: Apache-2.0
SELECT number FROM packages.runs WHERE id = $1
