// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { countryName } from './country-names.ts';

it('names a country by its three letters in the language of the page', () => {
  const names = [
    ['RUS', 'Россия', 'Russia'],
    ['KAZ', 'Казахстан', 'Kazakhstan'],
    ['UKR', 'Украина', 'Ukraine'],
    ['DEU', 'Германия', 'Germany'],
  ] as const;
  for (const [code, russian, english] of names) {
    expect(countryName(code, 'ru')).toBe(russian);
    expect(countryName(code, 'en')).toBe(english);
  }
});

it('leaves what is no such code as it is written, or says what it was given for it', () => {
  expect(countryName('Россия', 'en')).toBe('Россия');
  expect(countryName('ABH', 'en')).toBe('ABH');
  expect(countryName('ABH', 'en', 'Абхазия')).toBe('Абхазия');
});
