-- SPDX-License-Identifier: Apache-2.0
-- Every queue has pauses of its own: one that brings something must not make the others be asked all the time.
-- {"GetResponse node": {"empty": 3, "next": "2026-11-25T12:00:00.000Z"}}
ALTER TABLE exchange.connections
  ADD COLUMN polls jsonb NOT NULL DEFAULT '{}',
  -- Answers to requests sent with a NodeID come to the queue of that node, whatever the NodeID is today.
  ADD COLUMN former_node_ids text[] NOT NULL DEFAULT '{}',
  DROP COLUMN empty_polls;
