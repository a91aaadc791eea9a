// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { sexOfPatronymic } from './sex-differs.tsx';

it.each([
  ['Макарович', 'male'],
  ['Ильич', 'male'],
  ['МАМЕД ОГЛЫ', 'male'],
  ['Петровна', 'female'],
  ['Ильинична', 'female'],
  ['Лейла кызы', 'female'],
  ['', undefined],
  ['Мария', undefined],
])('tells of «%s» %s', (name, sex) => {
  expect(sexOfPatronymic(name)).toBe(sex);
});
