// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { cardFromSearch } from './card-from-search.ts';

it.each([
  ['журавлёва ксения', { last_name: 'Журавлёва', first_name: 'Ксения' }],
  [
    'Салтыков-Щедрин Михаил Евграфович',
    { last_name: 'Салтыков-Щедрин', first_name: 'Михаил', middle_name: 'Евграфович' },
  ],
  ['112-233-445 95', { snils: '11223344595' }],
  ['8 912 345-67-89', { phone: '+79123456789' }],
  ['12.03.1988', { birth_date: '1988-03-12' }],
  ['500100732259', { inn: '500100732259' }],
  [
    '45 08 123456',
    { identity_document: { kind: 'passport_rf', series: '4508', number: '123456' } },
  ],
  ['иванова 1988', {}],
  ['ООО Ромашка', { kind: 'legal_entity', full_name: 'ООО Ромашка' }],
  ['АО «Заря»', { kind: 'legal_entity', full_name: 'АО «Заря»' }],
  ['ип громов олег', { kind: 'entrepreneur', last_name: 'Громов', first_name: 'Олег' }],
  ['один два три четыре', {}],
])('keeps what was typed into the search: %s', (typed, card) => {
  expect(cardFromSearch(typed)).toEqual(card);
});
