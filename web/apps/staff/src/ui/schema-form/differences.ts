// SPDX-License-Identifier: Apache-2.0
import type { Data, FormSchema } from '@okno/forms-core/schema';
import type { Language, T } from '@/lib/language.tsx';
import { type Described, describeForm } from './describe-form.ts';

export type Difference = { pointer: string; title: string; mine?: string; theirs?: string };

// Where two states of one form differ, as people read it: «Супруг — Фамилия».
export function differences(
  schema: FormSchema,
  mine: Data,
  theirs: Data,
  words: { language: Language; t: T },
): Difference[] {
  const [ours, others] = [mine, theirs].map((data) =>
    describeForm(schema, data, words).flatMap(({ values }) => values.flatMap((one) => lines(one))),
  );
  const found = new Map<string, Difference>();
  for (const { pointer, title, value } of ours ?? [])
    found.set(pointer, { pointer, title, mine: value });
  for (const { pointer, title, value } of others ?? [])
    found.set(pointer, { pointer, title, ...found.get(pointer), theirs: value });
  return [...found.values()].filter((one) => one.mine !== one.theirs);
}

type Line = { pointer: string; title: string; value: string };

function lines(one: Described, above: string[] = []): Line[] {
  const titles = [...above, one.label];
  return 'values' in one
    ? one.values.flatMap((inner) => lines(inner, titles))
    : [{ pointer: one.pointer, title: titles.join(' — '), value: one.value }];
}
