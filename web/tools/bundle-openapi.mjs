// SPDX-License-Identifier: Apache-2.0
// Merges the rooms' http/openapi.yaml into one document: the head (src/app) first, the others in order of name.
// A path, schema, parameter or response declared twice is an error: every one has a single owner.
// Usage: node tools/bundle-openapi.mjs [output.json]
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const web = join(dirname(fileURLToPath(import.meta.url)), '..');
const rooms = join(web, '..', 'src');
const output = process.argv[2] ?? join(web, 'packages', 'api', 'openapi.json');

function roomFiles() {
  const names = readdirSync(rooms).filter((name) =>
    existsSync(join(rooms, name, 'http', 'openapi.yaml')),
  );
  return ['app', ...names.filter((name) => name !== 'app').sort()].map((name) =>
    join(rooms, name, 'http', 'openapi.yaml'),
  );
}

function merge(target, source, place, file) {
  for (const [key, value] of Object.entries(source ?? {})) {
    if (key in target)
      throw new Error(`${relative(rooms, file)}: ${place} "${key}" is declared twice`);
    target[key] = value;
  }
}

function references(node, found = new Set()) {
  if (Array.isArray(node)) for (const item of node) references(item, found);
  else if (node && typeof node === 'object') {
    for (const [key, value] of Object.entries(node)) {
      if (key === '$ref' && typeof value === 'string') found.add(value);
      else references(value, found);
    }
  }
  return found;
}

function resolves(document, reference) {
  const steps = reference.replace(/^#\//, '').split('/');
  return steps.reduce((node, step) => node?.[step], document) !== undefined;
}

const document = { paths: {}, components: {} };
for (const file of roomFiles()) {
  const room = parse(readFileSync(file, 'utf8'), { strict: true, uniqueKeys: true });
  for (const [key, value] of Object.entries(room)) {
    if (key === 'paths') merge(document.paths, value, 'path', file);
    else if (key === 'components') {
      for (const [section, entries] of Object.entries(value)) {
        document.components[section] ??= {};
        merge(document.components[section], entries, `components/${section}`, file);
      }
    } else document[key] = value;
  }
}

const missing = [...references(document)].filter((reference) => !resolves(document, reference));
if (missing.length) throw new Error(`unresolved references: ${missing.join(', ')}`);

const { openapi, info, servers, ...rest } = document;
mkdirSync(dirname(output), { recursive: true });
writeFileSync(output, `${JSON.stringify({ openapi, info, servers, ...rest }, null, 1)}\n`);
