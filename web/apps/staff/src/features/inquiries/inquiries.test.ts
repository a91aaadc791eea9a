// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { againstTyped, type CardValue, valueAt, withValue } from './card-values.ts';
import type { InquiryType } from './inquiries.ts';
import { dayBefore, isPeriod, periodOf } from './periods.ts';
import { matching } from './type-list.tsx';

describe('a period', () => {
  const now = new Date(2026, 2, 1, 9, 30);
  it.each([
    ['today', '2026-03-01'],
    ['yesterday', '2026-02-28'],
  ] as const)('%s is the day %s', (shortcut, day) => {
    const period = periodOf(shortcut, now);
    expect(period).toEqual({ from: day, to: day });
    expect(isPeriod(period, shortcut, now)).toBe(true);
    expect(isPeriod({ from: day }, shortcut, now)).toBe(false);
  });
  it('knows the day before new year', () => {
    expect(dayBefore(new Date(2027, 0, 1), 1)).toBe('2026-12-31');
  });
});

describe('a value of a card', () => {
  const card = { last_name: 'Иванова', identity_document: { series: '7706' } };
  it('is read and put at its path, the rest untouched', () => {
    expect(valueAt(card, 'applicant.identity_document.series')).toBe('7706');
    expect(valueAt(card, 'applicant.identity_document.number')).toBeUndefined();
    expect(valueAt(card, 'applicant.other.thing')).toBeUndefined();
    expect(withValue(card, 'applicant.identity_document.number', '1')).toEqual({
      last_name: 'Иванова',
      identity_document: { series: '7706', number: '1' },
    });
    expect(withValue(card, 'applicant.snils', '2')).toEqual({ ...card, snils: '2' });
    expect(card.identity_document).toEqual({ series: '7706' });
  });
  it('differs from what is typed by more than case, ё and blanks', () => {
    const value = (offered: string): CardValue => ({
      path: 'applicant.last_name',
      label: '',
      offered,
      differs: true,
    });
    const differs = (typed: string, offered: string) =>
      againstTyped([value(offered)], { last_name: typed })[0]?.differs;
    expect(differs('Королёва ', 'КОРОЛЕВА')).toBe(false);
    expect(differs('Королёва', 'Королькова')).toBe(true);
    expect(differs('', 'Королькова')).toBe(true);
  });
});

describe('the list of types', () => {
  const type = (name: string, title: string, agency: string) =>
    ({ name, title, agency: { code: '', name: agency } }) as InquiryType;
  const types = [
    type('egrip', 'Выписка из ЕГРИП, длинная', 'ФНС России'),
    type('snils', 'СНИЛС по данным', 'СФР'),
    type('inn', 'ИНН по паспорту и данным', 'ФНС России'),
  ];
  it.each([
    ['', ['egrip', 'snils', 'inn']],
    ['паспорт', ['inn']],
    ['фнс инн', ['inn', 'egrip']],
    // A word of the title before a part of it, that before what stands elsewhere.
    ['инн', ['inn', 'egrip']],
    ['егр', ['egrip']],
    ['данн', ['snils', 'inn']],
    ['СНИЛС фнс', []],
  ])('narrowed by «%s»', (typed, names) => {
    expect(matching(types, typed).map(({ name }) => name)).toEqual(names);
  });
});
