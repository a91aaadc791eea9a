// SPDX-License-Identifier: Apache-2.0
// Vite plugin: a Mantine component brings its own styles, so that a page pays only for what it uses (12 KB instead of 36 KB).
// `virtual:mantine-styles` is what all components share; in development, where Vite bundles dependencies beforehand,
// it is the whole sheet. All of it is in the layer "mantine": our own styles win whatever the order.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const name = 'virtual:mantine-styles';
const resolved = `\0${name}`;
const shared = ['default-css-variables', 'baseline', 'global'];

export function mantineStyles(styles: string): Plugin {
  let building = false;
  const sheet = (component: string) => join(styles, `${component}.layer.css`);
  return {
    name: 'okno-mantine-styles',
    configResolved(config) {
      building = config.command === 'build';
    },
    resolveId: (id) => (id === name ? resolved : undefined),
    load(id) {
      if (id !== resolved) return undefined;
      const sheets = building ? shared.map(sheet) : [`${styles}.layer.css`];
      return sheets.map((path) => `import ${JSON.stringify(path)};`).join('\n');
    },
    transform(code, id) {
      const component = /@mantine\/core\/esm\/.*\/(\w+)\.module\.mjs$/.exec(id)?.[1];
      if (!building || !component || !existsSync(sheet(component))) return undefined;
      return { code: `import ${JSON.stringify(sheet(component))};\n${code}`, map: null };
    },
  };
}
