// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { termWords } from './term-words.ts';

it.each([
  ['10 рабочих дней', '10 working days'],
  ['1 рабочий день', '1 working day'],
  ['22 календарных дня', '22 calendar days'],
  ['2 часа', '2 hours'],
  ['10 рабочих дней from the day after', '10 working days from the day after'],
  ['не более 1 месяца по месту жительства', 'не более 1 месяца по месту жительства'],
  ['24 часовых пояса', '24 часовых пояса'],
])('says «%s» in English', (term, said) => {
  expect(termWords(term, 'en')).toBe(said);
  expect(termWords(term, 'ru')).toBe(term);
});
