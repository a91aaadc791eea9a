// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { renderUi } from '@/test/render.tsx';
import { DayInput } from './day-input.tsx';

function Field({ first }: { first?: string }) {
  const [day, setDay] = useState(first);
  return (
    <>
      <DayInput label="Дата рождения" value={day} onChange={setDay} />
      <output>{day ?? 'нет'}</output>
    </>
  );
}

it('takes digits, lays them out as here and keeps an ISO day', async () => {
  renderUi(<Field />);
  const field = screen.getByLabelText<HTMLInputElement>('Дата рождения');
  await userEvent.type(field, '12031988');
  expect(field.value).toBe('12.03.1988');
  expect(screen.getByRole('status').textContent).toBe('1988-03-12');
});

it('keeps a half-typed day as it stands and forgets an emptied one', async () => {
  renderUi(<Field first="1988-03-12" />);
  const field = screen.getByLabelText<HTMLInputElement>('Дата рождения');
  expect(field.value).toBe('12.03.1988');
  await userEvent.type(field, '{Backspace}');
  expect(screen.getByRole('status').textContent).toBe('12.03.198');
  await userEvent.clear(field);
  expect(screen.getByRole('status').textContent).toBe('нет');
});

it('opens a calendar by Alt+↓ and takes the day chosen', async () => {
  renderUi(<Field first="2026-11-20" />);
  const field = screen.getByLabelText<HTMLInputElement>('Дата рождения');
  await userEvent.click(field);
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
  await userEvent.click(await screen.findByRole('button', { name: /^23/ }));
  expect(screen.getByRole('status').textContent).toBe('2026-11-23');
  await waitFor(() => expect(field.value).toBe('23.11.2026'));
});
