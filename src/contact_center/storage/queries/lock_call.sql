-- SPDX-License-Identifier: Apache-2.0
SELECT done FROM contact_center.calls WHERE id = $1 FOR UPDATE
