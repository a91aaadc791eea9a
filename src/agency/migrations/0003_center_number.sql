-- SPDX-License-Identifier: Apache-2.0
-- A request may come twice under different ids: before a card is made its application number is looked for.
CREATE INDEX registrations_center_number ON agency.registrations (organization_id, center_number);
