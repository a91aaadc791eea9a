// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { rebase } from './rebase.ts';

it('leaves theirs what only they have changed, whatever the order of the fields', () => {
  const base = { street: 'Мира', flat: '5', spouse: { name: 'Анна', job: 'врач' } };
  const mine = { flat: '9', street: 'Мира', spouse: { job: 'учитель', name: 'Анна' } };
  const theirs = { street: 'Ленина', flat: '7', spouse: { name: 'Анна Ильинична', job: 'врач' } };
  expect(rebase(mine, base, theirs)).toEqual({
    street: 'Ленина',
    flat: '9',
    spouse: { name: 'Анна Ильинична', job: 'учитель' },
  });
});

it('takes out what was emptied here, and keeps out what was emptied there', () => {
  const base = { email: 'a@example.ru', phone: '+79000000000', flat: '1' };
  expect(
    rebase({ phone: '+79000000000', flat: '1' }, base, { email: 'a@example.ru', flat: '2' }),
  ).toEqual({
    flat: '2',
  });
});

it('sees a list as one field', () => {
  const [one, two, three] = [{ n: '1' }, { n: '2' }, { n: '3' }];
  expect(rebase({ rows: [one, two] }, { rows: [one] }, { rows: [one, three] })).toEqual({
    rows: [one, two],
  });
});
