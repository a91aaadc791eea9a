-- SPDX-License-Identifier: Apache-2.0
-- Two who type into one package meet: the one who comes second is told who was first.
ALTER TABLE packages.packages ADD changed_by_name text NOT NULL DEFAULT '';
