// SPDX-License-Identifier: Apache-2.0
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { renderUi } from '@/test/render.tsx';
import { stubServer } from '@/test/server.ts';
import type { AuditFilters } from './audit-entries.ts';
import { AuditFilterRow } from './audit-filters.tsx';

afterEach(() => vi.unstubAllGlobals());

function show(filter: AuditFilters, only?: string) {
  stubServer({
    'GET /api/v1/employees': () => ({ body: { items: [] } }),
    'GET /api/v1/audit-words': () => ({
      body: {
        events: [
          { code: 'session.refused', title: 'Неудачный вход' },
          { code: 'application.issued', title: 'Выдача результата' },
        ],
        kinds: [{ code: 'smev_connection', title: 'Подключение к СМЭВ' }],
      },
    }),
  });
  const onChange = vi.fn();
  renderUi(<AuditFilterRow filter={filter} only={only} onChange={onChange} />);
  return { onChange, user: userEvent.setup() };
}

it('offers every action there is, whatever the rows show', async () => {
  const { onChange, user } = show({});
  await user.click(screen.getByRole('combobox', { name: 'Что сделал' }));
  const options = within(await screen.findByRole('listbox', { name: 'Что сделал' }));
  await user.click(options.getByRole('option', { name: 'Выдача результата', hidden: true }));
  expect(onChange).toHaveBeenCalledWith({ event: 'application.issued' });
});

it('narrows to days', async () => {
  const { onChange, user } = show({ event: 'application.issued' });
  await user.type(screen.getByLabelText('С какого дня'), '24.11.2026');
  expect(onChange).toHaveBeenLastCalledWith({ event: 'application.issued', from: '2026-11-24' });
});

it('says which one object it is about, and lets it go', async () => {
  const { onChange, user } = show(
    { object_kind: 'applicant', object_id: 'a1', from: '2026-11-24' },
    'Заявитель · Журавлёва К. И.',
  );
  screen.getByText('Только: Заявитель · Журавлёва К. И.');
  await user.click(screen.getByRole('button', { name: 'Показать все объекты' }));
  expect(onChange).toHaveBeenCalledWith({ from: '2026-11-24' });
});
