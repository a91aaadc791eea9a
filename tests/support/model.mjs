// SPDX-License-Identifier: Apache-2.0
// The data folder of a product that lived through the demo: made once for a program and its content, then copied for each
// story. Two clusters are made, migrated and filled in ten seconds of a processor, and copied in a tenth of one.
import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '../..');
const kept = join(root, 'build/story-models');
const program = join(root, 'build/okno');

// A region with something in every list.
export const sizes = { applicants: 60, applications: 80 };

export const copyTree = (from, to) => execFileSync('cp', ['-a', '--reflink=auto', `${from}/.`, to]);

// What a model follows from. The day is part of it: the demo ends today.
function stamp() {
  const hash = createHash('sha256').update(new Date().toDateString());
  const note = (path) => {
    const { mtimeMs, size } = statSync(path);
    hash.update(`${path} ${mtimeMs} ${size}\n`);
  };
  note(program);
  for (const name of readdirSync(join(root, 'content'), { recursive: true }).sort()) note(join(root, 'content', name));
  return hash.digest('hex').slice(0, 16);
}

const folderNow = () => join(kept, stamp());

// Stories start side by side; one makes the model, the others wait for it. The lock ends with its holder.
export async function model() {
  const folder = folderNow();
  if (existsSync(folder)) return folder;
  mkdirSync(kept, { recursive: true });
  await promisify(execFile)('flock', ['--close', join(kept, 'lock'), process.execPath, join(import.meta.dirname, 'make-model.mjs')]);
  return folder;
}

// Takes what a stopped product has left in `made` for the model. A name of its own until it is whole: an interrupt leaves
// nothing that looks like a model.
export function keepModel(made) {
  const folder = folderNow();
  const servers = ['postgres/server', 'testbed/db/server'].map((path) => join(made, path));
  for (const server of servers) {
    if (lstatSync(server).isSymbolicLink()) throw new Error(`${server} lies elsewhere and would be shared: name a TMPDIR that other users may enter`);
    if (existsSync(join(server, 'data/postmaster.pid'))) throw new Error(`the database of ${made} has not stopped`);
  }
  for (const name of readdirSync(kept)) {
    if (name !== 'lock') rmSync(join(kept, name), { recursive: true, force: true });
  }
  const making = `${folder}.making`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true });
  copyTree(made, making);
  renameSync(making, folder);
}

export const isKept = () => existsSync(folderNow());
