-- SPDX-License-Identifier: Apache-2.0
-- What the bus says of an answer looks for its card: without this, through all cards of all agencies.
CREATE INDEX registrations_answer ON agency.registrations (answer_id) WHERE answer_id IS NOT NULL;
