-- SPDX-License-Identifier: Apache-2.0
-- A human being has one INN. Not unique: a person's card and the same person's as an entrepreneur share it, and cards
-- made before the rule stay. Create and Update judge under a lock.
CREATE INDEX applicants_inn_of_people ON applicants.applicants (organization_id, inn)
  WHERE kind <> 'legal_entity' AND inn <> '';
