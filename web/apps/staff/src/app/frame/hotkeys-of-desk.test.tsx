// SPDX-License-Identifier: Apache-2.0
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router';
import { screen, within } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { IntakePage } from '@/features/intake/intake-page.tsx';
import { sessionWith } from '@/test/people.ts';
import { renderUi } from '@/test/render.tsx';
import { stubServer } from '@/test/server.ts';
import HotkeyHelp from './hotkey-help.tsx';
import { Rail } from './rail.tsx';

afterEach(() => vi.unstubAllGlobals());

function Frame() {
  return (
    <>
      <Rail collapsed={false} onToggle={() => undefined} />
      <Outlet />
      <HotkeyHelp onClose={() => undefined} />
    </>
  );
}

it('has no key with two meanings at the desk, and the help tells them all', async () => {
  stubServer({});
  const root = createRootRoute({ component: Outlet });
  const frame = createRoute({ getParentRoute: () => root, id: 'frame', component: Frame });
  const intake = createRoute({
    getParentRoute: () => frame,
    path: '/intake',
    component: () => <IntakePage />,
  });
  const others = ['/cases', '/account', '/inquiries'].map((path) =>
    createRoute({ getParentRoute: () => frame, path, component: () => null }),
  );
  const router = createRouter({
    routeTree: root.addChildren([frame.addChildren([intake, ...others])]),
    history: createMemoryHistory({ initialEntries: ['/intake'] }),
  });
  const session = sessionWith(['applications.intake', 'applications.view', 'inquiries.view']);
  renderUi(<RouterProvider router={router as never} />, { session });
  const help = await screen.findByRole('dialog');
  const keys = within(help)
    .getAllByRole('row')
    .map((row) => row.querySelector('td')?.textContent?.trim());
  expect(keys).toContain('Alt + 4');
  expect(keys).toContain('Ctrl + Alt + 1');
  expect(keys.filter((one, at) => keys.indexOf(one) !== at)).toEqual([]);
});
