// SPDX-License-Identifier: Apache-2.0
import { makeTranslate } from '@okno/i18n/catalog';
import { type Russian, ru } from '@okno/i18n/ru';
import '@okno/i18n/ru-screens';
import { expect, it } from 'vitest';
import { networkWords } from './network-words.ts';

const t = makeTranslate<Russian>(ru, 'ru');

it.each([
  ['Operation timed out after 30001 milliseconds with 0 bytes received', 'ответа не было 30 с'],
  ['Connection timed out after 5000 milliseconds', 'ответа не было 5 с'],
  [
    "Failed to connect to 127.0.0.1 port 18190 after 0 ms: Couldn't connect to server",
    'соединиться с 127.0.0.1:18190 не удалось',
  ],
  ['Could not resolve host: smev.example', 'имя smev.example в сети не найдено'],
  ['SSL peer certificate was not OK', 'SSL peer certificate was not OK'],
])('says in words: %s', (text, words) => {
  expect(networkWords(text, t)).toBe(words);
});
