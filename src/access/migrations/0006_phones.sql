-- SPDX-License-Identifier: Apache-2.0
-- What papers tell people besides names: where to call, and as who the employee signs.
ALTER TABLE access.organizations ADD contact_phone text NOT NULL DEFAULT '';
ALTER TABLE access.branches ADD phone text NOT NULL DEFAULT '';
ALTER TABLE access.employees ADD position text NOT NULL DEFAULT '';
