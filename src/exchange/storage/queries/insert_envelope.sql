-- SPDX-License-Identifier: Apache-2.0
INSERT INTO exchange.envelopes (id, organization_id, message_id, outgoing, call, smev_id, revision, at, xml, signed_with)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
