// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { forms as english } from './en/forms.ts';
import { forms as russian } from './ru/forms.ts';

// What has no figure or letter to copy says what to do in words.
const inWords = ['error.person_name.format', 'error.country.format'];

it.each([
  ['Russian', russian],
  ['English', english],
])('in %s every wrong format shows how it is written', (_, texts) => {
  const silent = Object.entries(texts)
    .filter(([key]) => /^error\.\w+\.format$/.test(key) && !inWords.includes(key))
    .filter(([, text]) => !/\d{2}|II-МЮ|@example/.test(text));
  expect(silent).toEqual([]);
});
