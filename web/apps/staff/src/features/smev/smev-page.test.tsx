// SPDX-License-Identifier: Apache-2.0
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router';
import { screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { sessionWith } from '@/test/people.ts';
import { renderUi } from '@/test/render.tsx';
import { refusal, stubServer } from '@/test/server.ts';
import { SmevPage } from './smev-page.tsx';

afterEach(() => vi.unstubAllGlobals());

async function open(...more: string[]) {
  const root = createRootRoute();
  const frame = createRoute({ getParentRoute: () => root, id: 'frame', component: Outlet });
  const page = createRoute({ getParentRoute: () => frame, path: '/smev', component: SmevPage });
  const router = createRouter({
    routeTree: root.addChildren([frame.addChildren([page])]),
    history: createMemoryHistory({ initialEntries: ['/smev'] }),
  });
  await router.load();
  renderUi(<RouterProvider router={router as never} />, {
    session: sessionWith(['exchange.view', ...more]),
  });
}

it('tells a processor who sees the journal instead of showing an empty one', async () => {
  stubServer({
    'GET /api/v1/smev-connections': () => ({ body: { items: [] } }),
    'GET /api/v1/smev-messages': () => refusal(403, 'access.no_right', 'Нет права'),
  });
  await open();
  expect(await screen.findByText('Журнал целиком вам не виден')).toBeTruthy();
  expect(screen.getByText(/администратор, аудитор, руководитель ведомства/)).toBeTruthy();
  // Nothing to sift, nothing to decide.
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(screen.queryByRole('grid')).toBeNull();
  expect(screen.queryByRole('alert')).toBeNull();
});

it('tells whoever may see it that nothing has come yet', async () => {
  stubServer({
    'GET /api/v1/smev-connections': () => ({ body: { items: [] } }),
    'GET /api/v1/smev-messages': () => ({ body: { items: [] } }),
  });
  await open();
  expect(await screen.findByText('Сообщений ещё не было')).toBeTruthy();
});

const connection = {
  id: 'k1',
  mnemonic: 'MFC',
  url: 'http://bus',
  version: '1.2',
  state: 'up',
  waiting: 0,
  has_files: false,
  certificates: [],
  revocation_lists: [
    { file: 'uc.crl', state: 'unread' },
    { file: 'fns.crl', state: 'replaced' },
  ],
};

it('does not say that everything is sent while a message is not delivered', async () => {
  stubServer({
    'GET /api/v1/smev-connections': () => ({
      body: { items: [{ ...connection, undelivered: 1 }] },
    }),
    'GET /api/v1/smev-messages': () => ({ body: { items: [] } }),
  });
  await open('exchange.manage');
  const link = await screen.findByRole('link', { name: /Не доставлено 1 сообщение/ });
  expect(screen.getByText(/uc\.crl не прочитан: сообщения не принимаем/)).toBeTruthy();
  expect(screen.getByText(/fns\.crl теперь список .+: прежний тоже действует/)).toBeTruthy();
  expect(link.getAttribute('href')).toContain('state=failed');
  expect(screen.queryByText('Всё отправлено')).toBeNull();
});

it('tells those who only look what the bus does in words, and leaves decisions to others', async () => {
  const last_error = 'Operation timed out after 30000 milliseconds';
  const items = [{ ...connection, state: 'down', last_error, undelivered: 2 }];
  stubServer({
    'GET /api/v1/smev-connections': () => ({ body: { items } }),
    'GET /api/v1/smev-messages': () => refusal(403, 'access.no_right', 'Нет права'),
  });
  await open();
  expect(await screen.findByText(/СМЭВ не отвечает/)).toBeTruthy();
  expect(screen.getByText('Не доставлены 2 сообщения: решает администратор')).toBeTruthy();
  expect(screen.queryByText(/timed out/)).toBeNull();
});

it('tells the administrator whose signing key ends, and asks nobody else', async () => {
  const server = {
    'GET /api/v1/smev-connections': () => ({ body: { items: [] } }),
    'GET /api/v1/smev-messages': () => ({ body: { items: [] } }),
    'GET /api/v1/ending-signing-keys': () => ({
      body: {
        items: [
          { user_id: 'u1', owner: 'Иванова А. П.', not_after: '2020-01-01T00:00:00Z' },
          { user_id: 'u2', owner: 'Петров С. И.', not_after: '2099-01-01T00:00:00Z' },
        ],
      },
    }),
  };
  const asked = stubServer(server);
  await open();
  await screen.findByText('Сообщений ещё не было');
  expect(asked.some(({ path }) => path.includes('ending'))).toBe(false);
  await open('employees.view');
  expect(await screen.findByText(/Иванова А. П.: истёк/)).toBeTruthy();
  expect(screen.getByText(/Петров С. И.: действует до/)).toBeTruthy();
});
