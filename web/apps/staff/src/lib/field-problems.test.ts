// SPDX-License-Identifier: Apache-2.0
import { NetworkError, ProblemError } from '@okno/api/problem';
import { describe, expect, it } from 'vitest';
import { besidesFields, fieldProblem } from './field-problems.ts';

const field = { pointer: '/current', code: 'access.password_wrong', title: 'Пароль неверен' };
const error = new ProblemError({
  title: 'Проверьте отмеченные поля.',
  status: 422,
  code: 'input.invalid',
  fields: [field],
});

describe('problems of fields', () => {
  it('stand at their field and nowhere else', () => {
    expect(fieldProblem(error, '/current')).toBe('Пароль неверен');
    expect(fieldProblem(error, '/new')).toBeUndefined();
    expect(besidesFields(error, ['/current', '/new'])).toBeUndefined();
  });

  it('are not lost when the form has no such field', () => {
    expect(besidesFields(error, ['/new'])).toBe(error);
  });

  it('leave other errors to the notice above the form', () => {
    const silent = new NetworkError();
    expect(besidesFields(silent, ['/current'])).toBe(silent);
    const plain = new ProblemError({ title: 'Нет права', status: 403, code: 'access.no_right' });
    expect(besidesFields(plain, ['/current'])).toBe(plain);
  });
});
