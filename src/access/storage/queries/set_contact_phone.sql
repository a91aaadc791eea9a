-- SPDX-License-Identifier: Apache-2.0
UPDATE access.organizations SET contact_phone = $2 WHERE id = $1;
