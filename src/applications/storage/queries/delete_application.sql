-- SPDX-License-Identifier: Apache-2.0
DELETE FROM applications.applications WHERE id = $1 AND status = 'draft'
