-- SPDX-License-Identifier: Apache-2.0
-- What the papers of a case said when its package became ready; NULL in drafts, and in what was ready before.
ALTER TABLE packages.package_cases ADD fingerprint text;

-- Who has sent a run and ended a package, so that a paper names them and not a namesake.
ALTER TABLE packages.runs ADD sent_by uuid REFERENCES access.users;
ALTER TABLE packages.packages
  ADD ended_by uuid REFERENCES access.users,
  -- A package that the courier has brought back, or lost.
  ADD end_reason text NOT NULL DEFAULT '',
  -- The mark of the agency was written down wrongly.
  ADD corrected_at timestamptz,
  ADD corrected_by_name text NOT NULL DEFAULT '',
  DROP CONSTRAINT packages_state_check,
  ADD CONSTRAINT packages_state_check
    CHECK (state IN ('draft', 'ready', 'sent', 'delivered', 'returned', 'lost', 'done', 'dissolved'));
