// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { same } from './same.ts';

it('looks past the order of names, not past that of a list', () => {
  expect(same({ a: 1, b: { c: 2, d: [3] } }, { b: { d: [3], c: 2 }, a: 1 })).toBe(true);
  expect(same([{ a: 1, b: 2 }], [{ b: 2, a: 1 }])).toBe(true);
  expect(same([1, 2], [2, 1])).toBe(false);
  expect(same({ a: 1 }, { a: 1, b: undefined })).toBe(true);
});

it('tells apart what is not the same', () => {
  for (const [one, other] of [
    [{ a: 1 }, { a: 2 }],
    [{ a: 1 }, { a: 1, b: null }],
    [[], {}],
    [[1], [1, 2]],
    ['1', 1],
    [null, {}],
    [undefined, ''],
  ]) {
    expect(same(one, other)).toBe(false);
  }
});
