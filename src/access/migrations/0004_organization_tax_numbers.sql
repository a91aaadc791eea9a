-- SPDX-License-Identifier: Apache-2.0
-- ИНН and КПП of an organization: the numbers agencies ask of a legal entity that sends an inquiry.
ALTER TABLE access.organizations
  ADD COLUMN inn text NOT NULL DEFAULT '',
  ADD COLUMN kpp text NOT NULL DEFAULT '';
