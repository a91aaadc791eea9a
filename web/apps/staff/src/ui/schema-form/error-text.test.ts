// SPDX-License-Identifier: Apache-2.0
import { type Russian, ru } from '@okno/i18n/ru';
import '@okno/i18n/ru-screens';
import { describe, expect, it } from 'vitest';
import { errorText } from './form-context.ts';

const sources = import.meta.glob<string>(
  [
    '../../../../../packages/forms-core/src/*.ts',
    '!../../../../../packages/forms-core/src/*.test.ts',
  ],
  { query: '?raw', import: 'default', eager: true },
);
const t = ((key: keyof Russian) => (ru as Russian)[key]) as never;

describe('the words of a wrong field', () => {
  it('are those of the server for a code that only the server knows', () => {
    const error = { pointer: '/date', code: 'passport.before_14', title: 'Паспорт не выдают…' };
    expect(errorText(error, t)).toBe('Паспорт не выдают…');
  });

  it('never are the code itself', () => {
    expect(errorText({ pointer: '/date', code: 'passport.before_14' }, t)).toBe(
      'Проверьте это поле: так его не принять',
    );
  });

  it('are there for every code that the browser finds', () => {
    const text = Object.values(sources).join('\n');
    const codes = [...text.matchAll(/'([a-z_]+\.(?:[a-z_]+))'/g)].map((match) => match[1]);
    expect(codes).toContain('field.required');
    expect(codes).toContain('snils.check_digits');
    for (const code of codes) expect(ru).toHaveProperty([`error.${code}`]);
  });
});
