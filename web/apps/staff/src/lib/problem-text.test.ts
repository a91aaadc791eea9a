// SPDX-License-Identifier: Apache-2.0
import { NetworkError, ProblemError } from '@okno/api/problem';
import { makeTranslate } from '@okno/i18n/catalog';
import { type Russian, ru } from '@okno/i18n/ru';
import { describe, expect, it } from 'vitest';
import { describeProblem } from './problem-text.ts';
import { FileTooLargeError } from './refused-file.ts';

const t = makeTranslate<Russian>(ru, 'ru');

describe('describeProblem', () => {
  it('gives the sentence of the server, and no code of what the person can mend', () => {
    const error = new ProblemError(
      { title: 'Дело уже закрыто', status: 409, code: 'applications.closed', request_id: 'r7' },
      3,
    );
    expect(describeProblem(error, t)).toEqual({
      title: 'Дело уже закрыто',
      detail: 'Повторить можно через 3 секунды.',
      fields: [],
    });
  });

  it('gives the code for support of a fault', () => {
    const fault = { title: 'Сбой', status: 500, code: 'server.fault', request_id: 'r7' };
    expect(describeProblem(new ProblemError(fault), t).code).toBe('server.fault · r7');
  });

  it('says once when to try again', () => {
    const error = new ProblemError(
      {
        title: 'Повторите через 42 с',
        status: 429,
        code: 'access.too_many_attempts',
        detail: '42',
      },
      42,
    );
    expect(describeProblem(error, t).detail).toBeUndefined();
  });

  it('says what is kept when the server is silent', () => {
    expect(describeProblem(new NetworkError(), t, { kept: true }).detail).toContain(
      'Введённое осталось на экране',
    );
    expect(describeProblem(new NetworkError(), t).detail).not.toContain('Введённое');
  });

  it('has a sentence for an answer without one', () => {
    const error = new ProblemError({ title: '', status: 502, code: 'http.502' });
    expect(describeProblem(error, t).title).toBe('Сервер ответил ошибкой 502');
  });

  it('names the limit of a file and never shows the words of a fault', () => {
    const large = describeProblem(new FileTooLargeError(9, 5_242_880), t);
    expect(large.title.replace(/\s/g, ' ')).toBe('Файл больше 5 МБ');
    const fault = describeProblem(new TypeError('x is undefined'), t);
    expect(fault.title).not.toContain('undefined');
  });
});
