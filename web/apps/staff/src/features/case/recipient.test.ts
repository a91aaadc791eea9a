// SPDX-License-Identifier: Apache-2.0
import { makeTranslate } from '@okno/i18n/catalog';
import { type Russian, ru } from '@okno/i18n/ru';
import { describe, expect, it } from 'vitest';
import { authorityFrom, type RecipientInput, recipientSchema } from './recipient.ts';

describe('authorityFrom', () => {
  it.each([
    [
      'доверенность № 77 АА 1234567 от 01.02.2026, нотариус Орлов',
      'power_of_attorney',
      '77 АА 1234567',
      '2026-02-01',
    ],
    ['доверенность 77АА 1234567 от 01.02.2026', 'power_of_attorney', '77АА 1234567', '2026-02-01'],
    ['акт об опеке № 15-оп от 12.03.2020', 'guardianship', '15-оп', '2020-03-12'],
    ['доверенность от 01.02.2026', 'power_of_attorney', '', '2026-02-01'],
    ['по доверенности', 'power_of_attorney', '', ''],
  ])('takes from «%s» only what is certain', (typed, kind, number, date) => {
    expect(authorityFrom(typed)).toEqual({ kind, number, date });
  });
});

describe('recipientSchema', () => {
  const t = makeTranslate<Russian>(ru, 'ru');
  const asked = (kind: string, named: boolean) => {
    const input = { representative: named, identity_document: { kind } } as RecipientInput;
    return recipientSchema(input, named, t);
  };

  it('asks the birth date of who is named and shows a passport', () => {
    expect(asked('passport_rf', true).required).toContain('birth_date');
    expect(asked('military_id', true).properties).not.toHaveProperty('birth_date');
    expect(asked('passport_rf', false).properties).not.toHaveProperty('birth_date');
  });
});
