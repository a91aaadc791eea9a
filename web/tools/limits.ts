// SPDX-License-Identifier: Apache-2.0
// Vite plugin: numbers that the server decides and a screen has to know beforehand, as `virtual:limits`. They are read from
// the rooms' OpenAPI files while building; one that is not there any more fails the build.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { parse } from 'yaml';

const name = 'virtual:limits';
const resolved = `\0${name}`;

// Of which list, in the request of which operation, the limit is the length.
const limits = {
  casesInPackage: { room: 'packages', operation: 'addPackageCases', list: 'application_ids' },
};

type Operation = {
  operationId?: string;
  requestBody?: {
    content: {
      'application/json': { schema: { properties: Record<string, { maxItems?: number }> } };
    };
  };
};
type Paths = Record<string, Record<string, Operation>>;

export function mostItems(paths: Paths, operation: string, list: string): number {
  const found = Object.values(paths)
    .flatMap((path) => Object.values(path))
    .find(({ operationId }) => operationId === operation);
  const schema = found?.requestBody?.content['application/json'].schema;
  const most = schema?.properties[list]?.maxItems;
  if (most === undefined) throw new Error(`OpenAPI: ${operation} has no limit of ${list}`);
  return most;
}

export function serverLimits(): Plugin {
  return {
    name: 'okno-limits',
    resolveId: (id) => (id === name ? resolved : undefined),
    load(id) {
      if (id !== resolved) return undefined;
      const entries = Object.entries(limits).map(([key, { room, operation, list }]) => {
        const file = fileURLToPath(new URL(`../../src/${room}/http/openapi.yaml`, import.meta.url));
        this.addWatchFile(file);
        const { paths } = parse(readFileSync(file, 'utf8')) as { paths: Paths };
        return [key, mostItems(paths, operation, list)];
      });
      return `export const limits = ${JSON.stringify(Object.fromEntries(entries))};`;
    },
  };
}
