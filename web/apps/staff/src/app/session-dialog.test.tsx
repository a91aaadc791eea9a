// SPDX-License-Identifier: Apache-2.0
import { api, take } from '@okno/api';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { sessionWith } from '@/test/people.ts';
import { renderUi } from '@/test/render.tsx';
import { refusal, stubServer } from '@/test/server.ts';
import { SessionDialog } from './session-dialog.tsx';

describe('SessionDialog', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('holds the requests of an expired session until the person has signed in again', async () => {
    let signedIn = false;
    const session = sessionWith([], { csrf_token: 'new' });
    const asked = stubServer({
      'GET /api/v1/application-counts': () =>
        signedIn
          ? { body: { mine: 3 } }
          : refusal(401, 'access.session_expired', 'Сеанс закончился'),
      'GET /api/v1/employees': () =>
        signedIn
          ? { body: { items: [] } }
          : refusal(401, 'access.session_expired', 'Сеанс закончился'),
      'POST /api/v1/session': () => {
        signedIn = true;
        return { status: 201, body: session };
      },
    });
    renderUi(<SessionDialog />, { session });
    const counts = take(api.GET('/api/v1/application-counts'));
    const employees = take(api.GET('/api/v1/employees'));
    await screen.findByRole('dialog', { name: 'Сеанс закончился' });
    await userEvent.type(screen.getByLabelText('Пароль'), 'тайна{Enter}');
    expect(await counts).toEqual({ mine: 3 });
    expect(await employees).toEqual({ items: [] });
    expect(asked.filter(({ method }) => method === 'POST')).toHaveLength(1);
    await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  const mine = sessionWith([], { csrf_token: 'mine' });
  const another = sessionWith([], {
    csrf_token: 'theirs',
    user: { id: 'u2', login: 'petrov', display_name: 'Петров Иван Сергеевич' },
  });
  const elsewhere = () =>
    window.dispatchEvent(new StorageEvent('storage', { key: 'okno.session-changed' }));

  it('covers the page when its person signs out in another tab, until they are back there', async () => {
    let signedIn = false;
    stubServer({
      'GET /api/v1/session': () =>
        signedIn ? { body: mine } : refusal(401, 'access.not_signed_in', 'Войдите'),
    });
    renderUi(<SessionDialog />, { session: mine });
    elsewhere();
    await screen.findByRole('dialog', { name: 'Вы вышли в другой вкладке' });
    signedIn = true;
    elsewhere();
    await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('stays closed when an answer of before the sign-in comes after it', async () => {
    const answers: ((answer: ReturnType<typeof refusal>) => void)[] = [];
    let signedIn = false;
    stubServer({
      'GET /api/v1/session': () =>
        signedIn
          ? { body: mine }
          : new Promise((answer) => {
              answers.push(answer);
            }),
      'POST /api/v1/session': () => {
        signedIn = true;
        return { status: 201, body: mine };
      },
    });
    renderUi(<SessionDialog />, { session: mine });
    elsewhere();
    elsewhere();
    await vi.waitFor(() => expect(answers).toHaveLength(2));
    const nobody = refusal(401, 'access.not_signed_in', 'Войдите');
    answers[0]?.(nobody);
    await screen.findByRole('dialog', { name: 'Вы вышли в другой вкладке' });
    await userEvent.type(screen.getByLabelText('Пароль'), 'тайна{Enter}');
    await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    answers[1]?.(nobody);
    await new Promise((turn) => setTimeout(turn));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('sends nothing under the name of who signed in in another tab', async () => {
    let now = another;
    const asked = stubServer({
      'GET /api/v1/session': () => ({ body: now }),
      'POST /api/v1/session': () => {
        now = mine;
        return { status: 201, body: mine };
      },
      'GET /api/v1/application-counts': () => ({ body: { mine: 3 } }),
    });
    const { queries } = renderUi(<SessionDialog />, { session: mine });
    queries.setQueryData(['cases'], 'of the other one');
    elsewhere();
    const dialog = await screen.findByRole('dialog', { name: /вошёл другой сотрудник/ });
    expect(dialog.textContent).toContain('Петров И. С.');
    const counts = take(api.GET('/api/v1/application-counts'));
    expect(screen.getByRole('link', { name: 'Работать как Петров И. С.' })).toBeTruthy();
    expect(asked.some(({ path }) => path.endsWith('counts'))).toBe(false);
    await userEvent.type(screen.getByLabelText('Пароль'), 'тайна{Enter}');
    expect(await counts).toEqual({ mine: 3 });
    await vi.waitFor(() => expect(queries.getQueryState(['cases'])?.isInvalidated).toBe(true));
    expect(queries.getQueryState(['session'])?.isInvalidated).toBe(false);
  });

  it('repeats what another session of the same person refused', async () => {
    let token = '';
    stubServer({
      'GET /api/v1/session': () => ({ body: { ...mine, csrf_token: 'new' } }),
      'POST /api/v1/applications': ({ headers }) => {
        token = headers.get('X-CSRF-Token') ?? '';
        return token === 'new'
          ? { status: 201, body: { id: 'a1' } }
          : refusal(403, 'access.csrf', 'Запрос не подтверждён');
      },
    });
    renderUi(<SessionDialog />, { session: mine });
    const made = api.POST('/api/v1/applications', { body: {} as never } as never);
    expect((await made).response.status).toBe(201);
    expect(token).toBe('new');
  });
});
