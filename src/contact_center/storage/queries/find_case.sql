-- SPDX-License-Identifier: Apache-2.0
SELECT application_id FROM contact_center.calls WHERE id = $1
