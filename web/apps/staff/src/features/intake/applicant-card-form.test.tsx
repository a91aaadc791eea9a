// SPDX-License-Identifier: Apache-2.0
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { renderAtPage } from '@/test/render.tsx';
import { refusal, stubServer } from '@/test/server.ts';
import { ApplicantCardForm } from './applicant-card-form.tsx';

afterEach(() => vi.unstubAllGlobals());

async function open(answer = () => refusal(500, 'server.fault', 'Сбой')) {
  const asked = stubServer({
    'GET /api/v1/countries': () => ({ body: { items: [] } }),
    'GET /api/v1/reference-books/countries': () => ({ body: { items: [] } }),
    'POST /api/v1/applicants': answer,
  });
  await renderAtPage(
    <ApplicantCardForm
      begun={{ last_name: 'Zhuravleva', first_name: 'Ксения' }}
      onSaved={() => undefined}
      onOpenExisting={() => undefined}
    />,
  );
  return { asked, user: userEvent.setup() };
}

it('begins with what was typed into the search and wants Russian letters of a Russian passport', async () => {
  const { asked, user } = await open();
  expect(screen.getByLabelText<HTMLInputElement>(/^Имя/).value).toBe('Ксения');
  await user.click(screen.getByRole('button', { name: 'Добавить и продолжить' }));
  const name = screen.getByLabelText(/^Фамилия/);
  expect(document.activeElement).toBe(name);
  within(screen.getByRole('alert')).getByText(/русскими буквами/);
  expect(asked.some(({ method }) => method === 'POST')).toBe(false);
});

it('leaves the keys to who corrects a field that is not wanted at all', async () => {
  const { user } = await open();
  const email = screen.getByLabelText<HTMLInputElement>(/^Электронная почта/);
  await user.type(email, 'x');
  await user.click(screen.getByRole('button', { name: 'Добавить и продолжить' }));
  await user.clear(email);
  await user.type(email, 'ksenia@mail.ru');
  expect(email.value).toBe('ksenia@mail.ru');
  expect(document.activeElement).toBe(email);
});

it('writes a hurried name with a capital', async () => {
  const { user } = await open();
  const name = screen.getByLabelText<HTMLInputElement>(/^Отчество/);
  await user.type(name, 'игоревна');
  await user.tab();
  expect(name.value).toBe('Игоревна');
});
