-- SPDX-License-Identifier: Apache-2.0
-- Who has come for the result, as it was checked at the window (with whose papers), and the day from which the agency
-- counts the term.
ALTER TABLE applications.applications ADD recipient jsonb, ADD registered_on date;
