// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { follow, turns } from './follow.ts';
import type { Data, Field } from './schema.ts';

const parent = (role: string): Field => ({
  type: 'object',
  title: role,
  'x-prefill-when': { required: ['who'], properties: { who: { const: role } } },
  properties: {
    name: { type: 'string', title: 'Фамилия', 'x-prefill': 'applicant.last_name' },
    snils: { type: 'string', title: 'СНИЛС', format: 'snils', 'x-prefill': 'applicant.snils' },
    country: {
      type: 'string',
      title: 'Гражданство',
      default: 'RUS',
      'x-prefill': 'applicant.citizenship',
    },
    address: {
      type: 'string',
      title: 'Адрес',
      'x-prefill': ['applicant.residence_address', 'applicant.registration_address'],
    },
    work: { type: 'string', title: 'Занятость' },
  },
});
const schema: Field = {
  type: 'object',
  title: '',
  properties: {
    who: { type: 'string', title: 'Заявитель' },
    mother: parent('mother'),
    father: parent('father'),
  },
};
const card: Data = {
  last_name: 'Лугова',
  snils: '112-233-445 95',
  citizenship: 'BLR',
  residence_address: '',
  registration_address: 'ул. Мира, д. 5',
};
const ofCard = { name: 'Лугова', snils: '11223344595', country: 'BLR', address: 'ул. Мира, д. 5' };

it.each<{ what: string; before: Data; after: Data; made: Data }>([
  {
    what: 'fills the group that the answer makes to be about the applicant',
    before: { mother: { country: 'RUS' } },
    after: { who: 'mother', mother: { country: 'RUS' } },
    made: { who: 'mother', mother: ofCard },
  },
  {
    what: 'leaves what was typed',
    before: {},
    after: { who: 'mother', mother: { name: 'Ивлева', work: 'works', country: 'KAZ' } },
    made: { who: 'mother', mother: { ...ofCard, name: 'Ивлева', work: 'works', country: 'KAZ' } },
  },
  {
    what: 'moves the applicant to the other parent, and leaves there what was typed',
    before: { who: 'mother', mother: { ...ofCard, work: 'works' } },
    after: { who: 'father', mother: { ...ofCard, work: 'works' } },
    made: { who: 'father', mother: { work: 'works', country: 'RUS' }, father: ofCard },
  },
  {
    what: 'takes the applicant out for somebody else',
    before: { who: 'mother', mother: { ...ofCard, name: 'Ивлева' } },
    after: { who: 'other', mother: { ...ofCard, name: 'Ивлева' } },
    made: { who: 'other', mother: { name: 'Ивлева', country: 'RUS' } },
  },
  {
    what: 'does nothing while the answer stays',
    before: { who: 'mother', mother: { name: 'И' } },
    after: { who: 'mother', mother: { name: '' } },
    made: { who: 'mother', mother: { name: '' } },
  },
])('$what', ({ before, after, made }) => {
  expect(follow(schema, before, after, card)).toEqual(made);
  expect(turns(schema, before, after)).toBe(before.who !== after.who);
});
