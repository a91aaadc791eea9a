// SPDX-License-Identifier: Apache-2.0
// The first screen's weight: what index.html loads at once (scripts, preloads, styles) plus the sign-in route, gzipped.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const budgetKb = 250;
const dist = fileURLToPath(new URL('../apps/staff/dist/', import.meta.url));
const manifest = JSON.parse(readFileSync(join(dist, 'manifest.json'), 'utf8'));

function collect(key, files = new Set()) {
  const chunk = manifest[key];
  if (!chunk || files.has(chunk.file)) return files;
  files.add(chunk.file);
  for (const css of chunk.css ?? []) files.add(css);
  for (const next of chunk.imports ?? []) collect(next, files);
  return files;
}

function weigh(file) {
  const packed = join(dist, `${file}.gz`);
  return readFileSync(existsSync(packed) ? packed : join(dist, file)).length / 1024;
}

const files = collect('index.html');
collect('src/features/worklists/worklists-page.tsx', files);
const total = [...files].reduce((sum, file) => sum + weigh(file), 0);
console.log(`first screen with the work list: ${total.toFixed(0)} KB gz of ${budgetKb} KB`);
if (total > budgetKb) {
  for (const file of files) console.error(`${weigh(file).toFixed(1).padStart(8)} KB  ${file}`);
  process.exit(1);
}
