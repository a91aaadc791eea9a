-- SPDX-License-Identifier: Apache-2.0
-- ТОСП and other small offices belong to a branch; a branch of its own has no parent.
ALTER TABLE access.branches ADD parent_id uuid CHECK (parent_id <> id),
  ADD FOREIGN KEY (organization_id, parent_id) REFERENCES access.branches (organization_id, id);
CREATE INDEX branches_parent ON access.branches (parent_id);
