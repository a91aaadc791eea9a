// SPDX-License-Identifier: Apache-2.0
import type { Clash } from '@/lib/autosave.ts';
import { shortDate } from '@/lib/dates.ts';
import type { Language, T } from '@/lib/language.tsx';
import type { Difference } from '@/ui/schema-form/differences.ts';
import type { Outcome, Outcomes } from './outcomes.ts';
import type { Package } from './packages.ts';
import { fieldName, outcomeFields } from './places.ts';

type Words = { t: T; language: Language };
const fields = ['kind', ...outcomeFields] as const;
type Field = (typeof fields)[number];

// Where two people's decisions differ: of which case, in what.
export function outcomeDifferences(
  clash: Clash<Outcomes, Package> | undefined,
  words: Words,
): Difference[] {
  return (clash?.theirs.items ?? []).flatMap(({ application_id: id, number, outcome }) => {
    const mine = clash?.mine[id];
    if (!mine || !outcome) return [];
    return fields
      .map((field) => ({
        pointer: `/cases/${id}/${field}`,
        title: `${number}, ${titleOf(field, mine, words.t)}`,
        mine: shown(field, mine, words),
        theirs: shown(field, outcome, words),
      }))
      .filter((line) => line.mine !== line.theirs);
  });
}

function titleOf(field: Field, { kind }: Outcome, t: T) {
  return field === 'kind' ? t('packages.outcome') : fieldName(field, kind, t);
}

function shown(field: Field, outcome: Outcome, { t, language }: Words): string | undefined {
  if (field === 'kind') return t(`packages.outcome.${outcome.kind}`);
  if (field === 'papers') {
    const papers = outcome.papers?.map(
      ({ title, sheets }) => `${title}, ${t('case.item.sheets', { count: sheets })}`,
    );
    return papers?.join('; ') || undefined;
  }
  if (field === 'decided_on') return outcome.decided_on && shortDate(outcome.decided_on, language);
  return outcome[field] || undefined;
}
