-- SPDX-License-Identifier: Apache-2.0
INSERT INTO testbed.neighbours (mnemonic, answered, refused, failed, last_at) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (mnemonic) DO UPDATE SET answered = testbed.neighbours.answered + excluded.answered,
  refused = testbed.neighbours.refused + excluded.refused, failed = testbed.neighbours.failed + excluded.failed,
  last_at = excluded.last_at
