// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { inRussianLayout } from './keyboard-layout.ts';

it.each([
  ['ce,cblbz', 'субсидия'],
  ['Bdfyjdf Fyyf', 'иванова анна'],
  ['субсидия', undefined],
  ['112-233', undefined],
  ['anna@example.ru', undefined],
])('reads %s as %s', (typed, meant) => {
  expect(inRussianLayout(typed)).toBe(meant);
});
