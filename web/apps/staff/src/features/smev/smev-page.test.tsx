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

async function open() {
  const root = createRootRoute();
  const frame = createRoute({ getParentRoute: () => root, id: 'frame', component: Outlet });
  const page = createRoute({ getParentRoute: () => frame, path: '/smev', component: SmevPage });
  const router = createRouter({
    routeTree: root.addChildren([frame.addChildren([page])]),
    history: createMemoryHistory({ initialEntries: ['/smev'] }),
  });
  await router.load();
  renderUi(<RouterProvider router={router as never} />, {
    session: sessionWith(['exchange.view']),
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
