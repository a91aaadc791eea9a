// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { isSamePerson } from './question.ts';

it.each([
  [{ last_name: 'Ёлкина', first_name: 'Анна' }, { last_name: 'ЕЛКИНА', first_name: 'анна' }, true],
  [{ last_name: 'Иванова' }, { last_name: 'Иванова', birth_date: '1980-01-01' }, true],
  [{ last_name: 'Иванова' }, { last_name: 'Петрова' }, false],
  [{ birth_date: '1980-01-01' }, { birth_date: '1981-01-01' }, false],
  [{ ogrn: '1027700132195' }, { ogrn: '1157700000017' }, false],
  [{ snils: '1' }, { snils: '2' }, true],
])('%j and %j are one person: %s', (asked, card, same) => {
  expect(isSamePerson(asked, card)).toBe(same);
});
