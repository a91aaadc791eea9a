-- SPDX-License-Identifier: Apache-2.0
-- A message put aside by hand must not stand in the way of the same one taken again.
DROP INDEX exchange.messages_received_once;
CREATE UNIQUE INDEX messages_received_once ON exchange.messages (connection_id, smev_id)
  WHERE NOT outgoing AND state NOT IN ('failed', 'dropped');
