// SPDX-License-Identifier: Apache-2.0
import { messageTypes } from '@okno/i18n/ru/message-types';
import { worklists } from '@okno/i18n/ru/worklists';
import { screens } from '@okno/i18n/ru-screens';
import { describe, expect, it } from 'vitest';

// The words of most screens come with the screens: each part of the program that is loaded by itself has to bring those it says.
const sources = import.meta.glob<string>('../**/*.{ts,tsx}', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const parts: Record<string, object> = {
  '@okno/i18n/ru-worklists': worklists,
  '@okno/i18n/ru-screens': screens,
  '@okno/i18n/ru-message-types': messageTypes,
};

function pathOf(target: string, from: string): string | undefined {
  const whole = target.startsWith('@/')
    ? `../${target.slice(2)}`
    : new URL(target, `file:///app/${from}`).pathname.replace('/', '../');
  return [whole, whole.replace('../app/', './')].find((path) => path in sources);
}

function statics(path: string) {
  const found = (sources[path] ?? '').matchAll(/^(?:import|export)\b(?! type)[^;]*?'([^']+)';/gms);
  return [...found].map((match) => match[1] ?? '');
}

function reached(entry: string, known = new Set<string>()): Set<string> {
  if (known.has(entry)) return known;
  known.add(entry);
  for (const target of statics(entry)) {
    const path = pathOf(target, entry);
    if (path) reached(path, known);
  }
  return known;
}

function brought(modules: Set<string>) {
  return new Set([...modules].flatMap(statics).filter((target) => target in parts));
}

// Parts whose keys stand in the text, whole or as the beginning of a template.
function needed(modules: Set<string>) {
  const text = [...modules].map((path) => sources[path]).join('\n');
  const whole = new Set([...text.matchAll(/'([\w.]+)'/g)].map((match) => match[1] ?? ''));
  const begun = [...text.matchAll(/`(\w+\.[\w.]*)\$\{/g)].map((match) => match[1] ?? '');
  return Object.keys(parts).filter((part) =>
    Object.keys(parts[part] ?? {}).some(
      (key) =>
        (key.includes('.') && whole.has(key)) || begun.some((prefix) => key.startsWith(prefix)),
    ),
  );
}

function isTest(path: string) {
  return path.includes('.test.') || path.includes('/test/');
}

const entries = Object.entries(sources)
  .filter(([path]) => !isTest(path))
  .flatMap(([path, text]) =>
    [...text.matchAll(/\bimport\('([^']+)'\)/g)].map((match) => pathOf(match[1] ?? '', path)),
  )
  .filter((path) => path !== undefined);

describe('words', () => {
  it.each([...new Set(['../main.tsx', ...entries])].sort())('%s brings those it says', (entry) => {
    const modules = reached(entry);
    const has = brought(modules);
    expect(needed(modules).filter((part) => !has.has(part))).toEqual([]);
  });

  it('are looked for in every screen', () => {
    expect(entries.length).toBeGreaterThan(15);
    expect(needed(reached('./case-route.tsx'))).toContain('@okno/i18n/ru-screens');
  });
});
