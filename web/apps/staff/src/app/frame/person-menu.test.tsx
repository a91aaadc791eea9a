// SPDX-License-Identifier: Apache-2.0
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { LanguageProvider, useT } from '@/lib/language.tsx';
import { sessionWith } from '@/test/people.ts';
import { renderAtPage } from '@/test/render.tsx';
import { PersonMenu } from './person-menu.tsx';

afterEach(() => {
  localStorage.clear();
  document.documentElement.lang = 'ru';
});

function Desk() {
  const t = useT();
  return (
    <>
      <PersonMenu onHelp={() => undefined} />
      <input aria-label={t('search.open')} />
    </>
  );
}

it('changes the language by the keyboard, for the next visit too, and leaves what is typed', async () => {
  const session = sessionWith([]);
  await renderAtPage(
    <LanguageProvider>
      <Desk />
    </LanguageProvider>,
    { session },
  );
  const user = userEvent.setup();
  await user.type(await screen.findByLabelText('Найти человека, дело, услугу'), 'Иванова');
  const person = screen.getByRole('button', { expanded: false });
  person.focus();
  await user.keyboard('{Enter}');
  const russian = await screen.findByRole('menuitemradio', { name: 'Русский', checked: true });
  expect(screen.getByRole('group', { name: 'Язык интерфейса' }).contains(russian)).toBe(true);
  const english = screen.getByRole('menuitemradio', { name: 'English', checked: false });
  expect(english.lang).toBe('en');
  russian.focus();
  await user.keyboard('{ArrowDown}{Enter}');

  const box = await screen.findByLabelText<HTMLInputElement>('Find a person, case or service');
  expect(box.value).toBe('Иванова');
  expect(document.documentElement.lang).toBe('en');
  expect(localStorage.getItem('okno.language')).toBe('en');
  await user.click(person);
  await user.click(await screen.findByRole('menuitemradio', { name: 'Русский' }));
  await screen.findByLabelText('Найти человека, дело, услугу');
  expect(localStorage.getItem('okno.language')).toBe('ru');
});
