// SPDX-License-Identifier: Apache-2.0
// Vite plugin: writes .br and .gz next to every text asset, so that the server compresses nothing at run time.
// The HTML stays plain: the server fills the nonce into it on every answer.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const kinds = /\.(js|css|svg|json|txt)$/;
const worthwhile = 1024;

async function compress(path: string) {
  const bytes = await readFile(path);
  if (bytes.length < worthwhile) return;
  const quality = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(bytes, { params: quality }),
    promisify(gzip)(bytes, { level: 9 }),
  ]);
  await Promise.all([writeFile(`${path}.br`, br), writeFile(`${path}.gz`, gz)]);
}

export function compressAssets(): Plugin {
  return {
    name: 'okno-compress-assets',
    apply: 'build',
    async writeBundle(options) {
      const folder = options.dir;
      if (!folder) return;
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      const files = entries.filter((entry) => entry.isFile() && kinds.test(entry.name));
      await Promise.all(files.map((entry) => compress(join(entry.parentPath, entry.name))));
    },
  };
}
