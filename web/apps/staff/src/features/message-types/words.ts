// SPDX-License-Identifier: Apache-2.0
import type { Schemas } from '@okno/api';

export type Word = Schemas['MessageTypeField'];

// What is said about the fields of one side: by path, and the order inside groups ("" is the root).
export type Words = { fields: Record<string, Word>; order: Record<string, string[]> };

export function wordsOf(said: Schemas['MessageTypeFields'] | undefined): Words {
  return { fields: said?.fields ?? {}, order: said?.order ?? {} };
}

function isSaid(value: unknown) {
  if (value === undefined || value === '' || value === false) return false;
  return typeof value !== 'object' || value === null || Object.keys(value).length > 0;
}

// The field with some things said anew; what is emptied is no longer said, what is not named here stays.
export function withWord(words: Words, path: string, change: Partial<Word>): Words {
  const { [path]: before, ...others } = words.fields;
  const untouched = Object.entries(before ?? {}).filter(([key]) => !(key in change));
  const said = [...untouched, ...Object.entries(change).filter(([, value]) => isSaid(value))];
  return {
    ...words,
    fields: said.length ? { ...others, [path]: Object.fromEntries(said) as Word } : others,
  };
}

// The names of a group as they are shown: those the order gives, then the others.
export function inOrder(names: string[], order: string[] = []): string[] {
  const first = order.filter((name) => names.includes(name));
  return [...first, ...names.filter((name) => !first.includes(name))];
}

// One place up (-1) or down (1); the same words at the ends.
export function moved(words: Words, group: string, names: string[], move: Move): Words {
  const shown = inOrder(names, words.order[group]);
  const from = shown.indexOf(move.name);
  const to = from + move.step;
  if (from < 0 || to < 0 || to >= shown.length) return words;
  shown.splice(from, 1);
  shown.splice(to, 0, move.name);
  return { ...words, order: { ...words.order, [group]: shown } };
}

export type Move = { name: string; step: -1 | 1 };

// Not filled in by anybody: left out, or always the same.
export function isOutOfForm(word: Word | undefined) {
  return Boolean(word?.hidden || word?.constant || word?.generated);
}

// «male = Male», a pair a line.
export function pairsText(pairs: Record<string, string> | undefined) {
  return Object.entries(pairs ?? {})
    .map(([from, to]) => `${from} = ${to}`)
    .join('\n');
}

export function pairsIn(text: string): Record<string, string> {
  const pairs = text.split('\n').map((line) => {
    const at = line.indexOf('=');
    return at < 0 ? ['', ''] : [line.slice(0, at).trim(), line.slice(at + 1).trim()];
  });
  return Object.fromEntries(pairs.filter(([from, to]) => from && to));
}
