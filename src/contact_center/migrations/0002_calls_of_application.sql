-- SPDX-License-Identifier: Apache-2.0
-- The access journal asks for all calls about a case.
CREATE INDEX calls_of_application ON contact_center.calls (application_id);
