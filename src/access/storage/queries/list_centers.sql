-- SPDX-License-Identifier: Apache-2.0
SELECT id FROM access.organizations WHERE kind = 'center' ORDER BY id;
