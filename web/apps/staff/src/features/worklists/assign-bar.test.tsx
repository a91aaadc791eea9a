// SPDX-License-Identifier: Apache-2.0
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { sessionWith } from '@/test/people.ts';
import { renderUi } from '@/test/render.tsx';
import { refusal, stubServer } from '@/test/server.ts';
import type { ApplicationRow } from './applications.ts';
import { AssignBar } from './assign-bar.tsx';

function row(id: string): ApplicationRow {
  return {
    id,
    status: 'processing',
    applicant_name: 'Иванова А. П.',
    service_code: 'edv',
    service_name: 'ЕДВ ветерану труда',
    branch_name: 'Центральный филиал',
    created_at: '2026-03-12T08:05:00Z',
    urgency: 'normal',
  };
}
const rows = [row('a'), row('b')];
const both = new Set(['a', 'b']);

function caseAnswers(id: string, assignment: () => ReturnType<typeof refusal>) {
  return {
    [`GET /api/v1/applications/${id}`]: () => ({ body: { id, version: 4 } }),
    [`POST /api/v1/applications/${id}/assignment`]: assignment,
  };
}

describe('AssignBar', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('takes the cases, and keeps selected what was refused with the reason', async () => {
    const onDone = vi.fn();
    const asked = stubServer({
      ...caseAnswers('a', () => ({ body: {} })),
      ...caseAnswers('b', () => refusal(409, 'applications.taken', 'Дело уже взял другой')),
    });
    renderUi(<AssignBar ids={both} rows={rows} onDone={onDone} />, {
      session: sessionWith(['applications.process']),
    });
    await userEvent.click(screen.getByRole('button', { name: 'Взять в работу' }));
    await vi.waitFor(() => expect(onDone).toHaveBeenCalledWith(new Set(['b'])));
    expect(await screen.findByText('Дело уже взял другой')).toBeDefined();
    expect(await screen.findByText('Исполнитель назначен: 1 дело')).toBeDefined();
    const taken = asked.filter(({ method }) => method === 'POST');
    expect(taken.map(({ headers }) => headers.get('If-Match'))).toEqual(['"4"', '"4"']);
    expect(taken.map(({ body }) => body)).toEqual([{}, {}]);
  });

  it('sends again what did not get through, once that is confirmed', async () => {
    const onDone = vi.fn();
    const asked = stubServer({
      'GET /api/v1/applications/b': () => ({ body: { id: 'b', version: 4 } }),
      'POST /api/v1/applications/b/sending': () => ({ body: {} }),
    });
    const mixed = [row('a'), { ...row('b'), status: 'delivery_on_demand' as const }];
    renderUi(<AssignBar ids={both} rows={mixed} onDone={onDone} />, {
      session: sessionWith(['applications.process']),
    });
    await userEvent.click(screen.getByRole('button', { name: 'Отправить снова (1)' }));
    expect(asked).toEqual([]);
    await userEvent.click(await screen.findByRole('button', { name: 'Подписать и отправить' }));
    await vi.waitFor(() => expect(onDone).toHaveBeenCalledWith(new Set()));
    const sent = asked.filter(({ method }) => method === 'POST');
    expect(sent.map(({ path }) => path)).toEqual(['/api/v1/applications/b/sending']);
    expect(sent[0]?.headers.get('If-Match')).toBe('"4"');
  });

  it('says what will happen before it gives the cases to a colleague', async () => {
    const onDone = vi.fn();
    const asked = stubServer({
      'GET /api/v1/employees': () => ({
        body: { items: [{ id: 'k', display_name: 'Кузнецова Ольга', roles: ['processor'] }] },
      }),
      ...caseAnswers('a', () => ({ body: {} })),
      ...caseAnswers('b', () => ({ body: {} })),
    });
    renderUi(<AssignBar ids={both} rows={rows} onDone={onDone} />, {
      session: sessionWith(['applications.process', 'applications.assign']),
    });
    await userEvent.click(screen.getByRole('combobox', { name: 'Передать сотруднику…' }));
    await userEvent.click(await screen.findByRole('option', { name: 'Кузнецова О.' }));
    const dialog = await screen.findByRole('dialog', { name: 'Передать дела?' });
    expect(dialog.textContent).toContain('Кузнецова Ольга получит 2 дела');
    expect(asked.some(({ method }) => method === 'POST')).toBe(false);
    await userEvent.click(screen.getByRole('button', { name: 'Передать' }));
    await vi.waitFor(() => expect(onDone).toHaveBeenCalledWith(new Set()));
    const given = asked.filter(({ method }) => method === 'POST').map(({ body }) => body);
    expect(given).toEqual([{ user_id: 'k' }, { user_id: 'k' }]);
  });
});
