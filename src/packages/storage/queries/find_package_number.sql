-- SPDX-License-Identifier: Apache-2.0
SELECT number FROM packages.packages WHERE id = $1
