// SPDX-License-Identifier: Apache-2.0
// The lockfile must install from any registry: no download addresses, an integrity hash for every package.
import { readFileSync } from 'node:fs';

const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));
const wrong = Object.entries(lock.packages).flatMap(([path, entry]) => {
  if (!path.includes('node_modules/') || entry.link) return [];
  if (entry.resolved) return [`${path}: has a download address`];
  return entry.integrity ? [] : [`${path}: has no integrity hash`];
});
for (const line of wrong) console.error(line);
process.exit(wrong.length ? 1 : 0);
