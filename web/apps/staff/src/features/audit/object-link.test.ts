// SPDX-License-Identifier: Apache-2.0
import { makeTranslate } from '@okno/i18n/catalog';
import { type Russian, ru } from '@okno/i18n/ru';
import { expect, it } from 'vitest';
import { reasonName } from './object-link.tsx';

const t = makeTranslate<Russian>(ru, 'ru');

it.each([
  ['case', 'дело'],
  ['search', 'поиск'],
  ['search:name,number', 'поиск: по имени, по номеру'],
  ['search:colour', 'поиск: colour'],
  ['application.viewed', 'application.viewed'],
])('names the reason %s', (reason, name) => {
  expect(reasonName(reason, t)).toBe(name);
});
