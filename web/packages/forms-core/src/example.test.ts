// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { exampleOf } from './example.ts';

const field = { type: 'string', title: 'Номер' } as const;

it.each([
  ['^\\d{6}$', '123456'],
  ['\\d{3}-\\d{3}-\\d{3} \\d{2}', '123-123-123 12'],
  ['^\\d{2}\\.\\d{1,2}(\\.\\d{1,2})?$', '12.1'],
  ['^(AA|BBB)\\d{4}$', 'AA1234'],
  ['^[А-Я]{2}\\d{3}$', 'АА123'],
])('shows a text that fits %s', (pattern, example) => {
  expect(exampleOf({ ...field, pattern })).toBe(example);
});

it('takes the example of the field itself first', () => {
  expect(exampleOf({ ...field, pattern: '^\\d{6}$', 'x-placeholder': '62.01' })).toBe('62.01');
});

it.each(['^[А-Яа-я -]+$', '^.{0,50}$', '^(a|b)$'])('is silent when %s tells little', (pattern) => {
  expect(exampleOf({ ...field, pattern })).toBeUndefined();
});
