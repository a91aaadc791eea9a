// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { personSchema, shownOf, withTyped } from './person-schema.ts';

const t = ((key: string) => key) as never;
const card = {
  last_name: 'Иванова',
  snils: '11223344595',
  phone: '+79001234567',
  identity_document: { kind: 'passport_rf', series: '7706', number: '123456' },
};

it('asks for the document only when it is needed, and shows of the card what it asks for', () => {
  const plain = personSchema(t, ['last_name']);
  expect(plain.required).toEqual(['last_name']);
  expect(shownOf(card, plain)).toEqual({ last_name: 'Иванова', snils: '11223344595' });
  const more = personSchema(t, ['last_name', 'identity_document/number']);
  expect(shownOf(card, more).identity_document).toEqual({ number: '123456' });
});

it('puts what is typed on top of the card and takes away what was emptied', () => {
  const schema = personSchema(t, ['identity_document/number']);
  const typed = { last_name: 'Петрова', identity_document: { number: '654321' } };
  expect(withTyped(card, typed, schema)).toEqual({
    last_name: 'Петрова',
    phone: '+79001234567',
    identity_document: { kind: 'passport_rf', series: '7706', number: '654321' },
  });
});
