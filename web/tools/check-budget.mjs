// SPDX-License-Identifier: Apache-2.0
// The weight of the first screens, gzipped: what the browser loads at once (scripts and styles) before anything is asked for.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../apps/staff/dist/', import.meta.url));
const manifest = JSON.parse(readFileSync(join(dist, 'manifest.json'), 'utf8'));

function collect(key, files) {
  const chunk = manifest[key];
  if (!chunk) throw new Error(`the manifest has no ${key}`);
  if (files.has(chunk.file)) return;
  files.add(chunk.file);
  for (const css of chunk.css ?? []) files.add(css);
  for (const next of chunk.imports ?? []) collect(next, files);
}

function weigh(file) {
  const packed = join(dist, `${file}.gz`);
  return readFileSync(existsSync(packed) ? packed : join(dist, file)).length / 1024;
}

const entry = 'index.html';
const frame = 'src/app/frame/frame.tsx';
const screens = [
  { name: 'sign-in', budgetKb: 250, parts: [entry, 'src/app/sign-in-route.tsx'] },
  {
    name: 'work list',
    budgetKb: 300,
    parts: [entry, frame, 'src/features/worklists/worklists-page.tsx'],
  },
];

let exceeded = false;
for (const { name, budgetKb, parts } of screens) {
  const files = new Set();
  for (const part of parts) collect(part, files);
  const total = [...files].reduce((sum, file) => sum + weigh(file), 0);
  console.log(`${name}: ${total.toFixed(0)} KB gz of ${budgetKb} KB`);
  if (total <= budgetKb) continue;
  exceeded = true;
  for (const file of files) console.error(`${weigh(file).toFixed(1).padStart(8)} KB  ${file}`);
}
process.exit(exceeded ? 1 : 0);
