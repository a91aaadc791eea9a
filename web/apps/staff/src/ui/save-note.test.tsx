// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it, vi } from 'vitest';
import { renderUi } from '@/test/render.tsx';
import { SaveNote } from './save-note.tsx';

function saving(kind: 'saved' | 'changed') {
  return { state: { kind }, takeTheirs: vi.fn(), keepMine: vi.fn() } as const;
}

it('brings the person to what to do when somebody else has changed the same', async () => {
  renderUi(<SaveNote saving={saving('changed')} />);
  const alert = screen.getByRole('alert');
  await waitFor(() => expect(document.activeElement).toBe(alert));
  await userEvent.tab();
  expect(document.activeElement?.textContent).toContain('Взять сохранённое');
});

function Typing() {
  const [text, setText] = useState('');
  return (
    <>
      <input aria-label="Фамилия" value={text} onChange={(event) => setText(event.target.value)} />
      {text !== '' && <SaveNote saving={saving('changed')} />}
    </>
  );
}

it('lets who types finish the word first', async () => {
  renderUi(<Typing />);
  const field = screen.getByLabelText<HTMLInputElement>('Фамилия');
  await userEvent.type(field, 'Иванова');
  expect(field.value).toBe('Иванова');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('alert')));
});

it('says whose the other text is, one’s own of another window too', () => {
  const { unmount } = renderUi(
    <SaveNote saving={saving('changed')} by={{ name: 'Петров С. И.', isMe: false }} />,
  );
  expect(screen.getByRole('alert').textContent).toContain('другой сотрудник: Петров С. И.');
  unmount();
  renderUi(<SaveNote saving={saving('changed')} by={{ name: 'Иванова А. П.', isMe: true }} />);
  expect(screen.getByRole('alert').textContent).toContain('Вы изменили это в другом окне');
});
