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
});
