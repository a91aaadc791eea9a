// SPDX-License-Identifier: Apache-2.0
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { sessionWith } from '@/test/people.ts';
import { renderAtPage } from '@/test/render.tsx';
import HelpDialog from './help-dialog.tsx';

it('opens at the chapter of the role, finds words and closes by the keyboard', async () => {
  const onClose = vi.fn();
  await renderAtPage(<HelpDialog onClose={onClose} />, {
    session: sessionWith([], { roles: ['contact_agent'] }),
  });
  const help = within(await screen.findByRole('dialog', { name: 'Справка' }));
  const page = help.getByRole('article', { name: 'Контакт-центр' });
  expect(page.textContent).toContain('Список звонков');
  expect(help.getByText('Горячие клавиши этого экрана')).toBeTruthy();

  page.focus();
  await userEvent.keyboard('отозванных{Enter}');
  const revoked = help.getByRole('article', { name: 'Отозванные сертификаты' });
  expect(revoked.querySelector('mark')?.textContent).toMatch(/^отозванных$/i);
  await userEvent.keyboard('{Escape}');
  expect(onClose).toHaveBeenCalled();
});
