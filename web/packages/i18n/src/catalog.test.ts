// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { makeTranslate } from './catalog.ts';

const source = {
  plain: 'Закрыть',
  named: 'Код для поддержки: {code}',
  days: {
    one: 'остался {count} рабочий день',
    few: 'осталось {count} рабочих дня',
    many: 'осталось {count} рабочих дней',
    other: 'осталось {count} рабочего дня',
  },
} as const;

const english = {
  plain: 'Close',
  named: 'Code for support: {code}',
  days: { one: '{count} working day left', other: '{count} working days left' },
};

describe('makeTranslate', () => {
  const t = makeTranslate<typeof source>(source, 'ru');

  it('gives the text and fills its variables', () => {
    expect(t('plain')).toBe('Закрыть');
    expect(t('named', { code: 'access.no_right' })).toBe('Код для поддержки: access.no_right');
  });

  it.each([
    [1, 'остался 1 рабочий день'],
    [2, 'осталось 2 рабочих дня'],
    [5, 'осталось 5 рабочих дней'],
    [11, 'осталось 11 рабочих дней'],
    [21, 'остался 21 рабочий день'],
    [112, 'осталось 112 рабочих дней'],
  ])('chooses the Russian plural of %i', (count, text) => {
    expect(t('days', { count })).toBe(text);
  });

  it('groups the digits of large numbers', () => {
    expect(t('days', { count: 12345 })).toBe('осталось 12\u00a0345 рабочих дней');
  });

  it('chooses the English plural by English rules', () => {
    const en = makeTranslate<typeof source>(english, 'en');
    expect(en('days', { count: 1 })).toBe('1 working day left');
    expect(en('days', { count: 21 })).toBe('21 working days left');
  });

  it('refuses at compile time what the catalogue does not have', () => {
    // @ts-expect-error there is no such message
    expect(() => t('missing')).toThrow();
    // @ts-expect-error the variable is left out
    expect(t('named')).toBe('Код для поддержки: ');
    // @ts-expect-error the variable is misspelt
    expect(t('named', { kode: '1' })).toBe('Код для поддержки: ');
  });
});
