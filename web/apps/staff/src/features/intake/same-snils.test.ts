// SPDX-License-Identifier: Apache-2.0
import type { Field, FormSchema } from '@okno/forms-core/schema';
import { expect, it } from 'vitest';
import { sameSnils } from './same-snils.ts';

const snils: Field = { type: 'string', title: 'СНИЛС', format: 'snils' };
const person: Field = { type: 'object', title: '', properties: { snils } };
const schema: FormSchema = {
  type: 'object',
  title: '',
  properties: { snils, spouse: person, children: { type: 'array', title: 'Дети', items: person } },
};

it('finds one number given for two people, however it is written', () => {
  const form = {
    snils: '112-233-445 95',
    spouse: { snils: '087-654-303 00' },
    children: [{ snils: '11223344595' }, { snils: '' }, { snils: '08765430300' }],
  };
  expect(sameSnils(schema, form)).toEqual([
    ['/snils', '/children/0/snils'],
    ['/spouse/snils', '/children/2/snils'],
  ]);
});

it('says nothing of empty fields and of different numbers', () => {
  expect(sameSnils(schema, { snils: '', spouse: {}, children: [{ snils: '1' }] })).toEqual([]);
});
