// SPDX-License-Identifier: Apache-2.0
import type { Schemas } from '@okno/api';
import { type Data, isObject, type Value } from '@okno/forms-core/schema';
import { cardText } from '@/lib/card-text.ts';
import type { Language, T } from '@/lib/language.tsx';

export type CardValue = Schemas['CardComparison']['values'][number];

// "applicant.identity_document.series" -> ["identity_document", "series"]
function stepsOf(path: string): string[] {
  return path.split('.').slice(1);
}

export function valueAt(card: Data, path: string): Value | undefined {
  return stepsOf(path).reduce<Value | undefined>(
    (at, step) => (isObject(at) ? at[step] : undefined),
    card,
  );
}

export function withValue(card: Data, path: string, value: Value): Data {
  const [first, ...rest] = stepsOf(path);
  if (first === undefined) return card;
  if (rest.length === 0) return { ...card, [first]: value };
  const inner = isObject(card[first]) ? card[first] : {};
  return { ...card, [first]: withValue(inner, ['', ...rest].join('.'), value) };
}

function fold(value: Value | undefined) {
  return typeof value === 'string'
    ? value.trim().toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ')
    : JSON.stringify(value ?? '');
}

// What `typed` has and the card has not or otherwise, leaf by leaf.
export function typedOver(card: Data, typed: Data, at = 'applicant'): CardValue[] {
  return Object.entries(typed).flatMap(([name, value]) => {
    const path = `${at}.${name}`;
    const before = card[name];
    if (isObject(value)) return typedOver(isObject(before) ? before : {}, value, path);
    if (name === 'kind' || value === undefined || value === before) return [];
    return [{ path, label: '', offered: value, differs: true } as CardValue];
  });
}

// A card still being written: what is typed stands where the server knows no card.
export function againstTyped(values: CardValue[], typed: Data): CardValue[] {
  return values.map((value) => {
    const current = valueAt(typed, value.path);
    return { ...value, current, differs: fold(current) !== fold(value.offered as Value) };
  });
}

export function textOf(path: string, value: unknown, t: T, language: Language): string {
  if (value === undefined || value === null) return '';
  return cardText(stepsOf(path).at(-1) ?? '', String(value), t, language);
}
