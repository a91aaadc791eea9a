// SPDX-License-Identifier: Apache-2.0
import { messageTypes } from '@okno/i18n/ru/message-types';
import { worklists } from '@okno/i18n/ru/worklists';
import { screens } from '@okno/i18n/ru-screens';
import { describe, expect, it } from 'vitest';
import { pathOf, reached, sources, statics } from '@/test/modules.ts';

// The words of most screens come with the screens: each part of the program that is loaded by itself has to bring those it says.
const parts: Record<string, object> = {
  '@okno/i18n/ru-worklists': worklists,
  '@okno/i18n/ru-screens': screens,
  '@okno/i18n/ru-message-types': messageTypes,
};

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
    expect(needed(reached('../app/case-route.tsx'))).toContain('@okno/i18n/ru-screens');
  });
});
