-- SPDX-License-Identifier: Apache-2.0
INSERT INTO testbed.neighbours (mnemonic, behaviour) VALUES ($1, $2)
ON CONFLICT (mnemonic) DO UPDATE SET behaviour = excluded.behaviour
