// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { inRussian as t } from '@/lib/language.tsx';
import { outcomeDifferences } from './outcome-differences.ts';
import { caseOf, packageOf } from './package-sample.ts';
import '@okno/i18n/ru-screens';

it('says of which case two people’s decisions differ, and in what', () => {
  const one = caseOf('0101-26-000001', {
    outcome: { kind: 'refused', decided_on: '2026-11-25', text: 'Не та форма', papers: [] },
  });
  const other = caseOf('0101-26-000002', { outcome: { kind: 'granted' } });
  const mine = { [one.application_id]: { kind: 'granted', decided_on: '2026-11-25' } as const };
  const clash = { mine, theirs: packageOf({ items: [one, other] }) };
  const lines = outcomeDifferences(clash, { t, language: 'ru' }).map(
    ({ title, mine, theirs }) => `${title}: ${mine} — ${theirs}`,
  );
  expect(lines).toEqual([
    '0101-26-000001, Что решило ведомство: Результат — Отказ',
    '0101-26-000001, Текст решения: undefined — Не та форма',
  ]);
});
