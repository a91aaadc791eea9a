// SPDX-License-Identifier: Apache-2.0
import { notifications } from '@mantine/notifications';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router';
import userEvent from '@testing-library/user-event';
import { afterEach, vi } from 'vitest';
import { sessionWith } from '@/test/people.ts';
import { renderUi } from '@/test/render.tsx';
import { type Asked, type refusal, stubServer } from '@/test/server.ts';
import type { Application, ChecklistItem } from './application.ts';
import { applicationOf } from './application-sample.ts';
import { CasePage, type CasePageProps } from './case-page.tsx';

// The page of one case for tests: the server that has the case, and the page opened on it.

afterEach(() => {
  vi.unstubAllGlobals();
  notifications.clean();
});

export const home = `/api/v1/applications/${applicationOf().id}`;
const session = sessionWith(['applicants.view', 'applications.view', 'applications.print']);

// The server with one case: what it says to a step is up to the test.
export function serve(
  first: Application,
  step = '',
  answer: (asked: Asked) => ReturnType<typeof refusal> = () => ({ status: 500 }),
) {
  // `refuse`: it is not to be seen here any more.
  const server: { application: Application; refuse?: ReturnType<typeof refusal> } = {
    application: first,
  };
  const asked = stubServer({
    [`GET ${home}`]: () => server.refuse ?? { body: server.application },
    [step]: answer,
  });
  const steps = () => asked.filter(({ method }) => method !== 'GET');
  return Object.assign(server, { steps });
}

export function open(parts: Omit<CasePageProps, 'id'> = {}) {
  const root = createRootRoute({ component: Outlet });
  const frame = createRoute({ getParentRoute: () => root, id: 'frame', component: Outlet });
  const page = createRoute({
    getParentRoute: () => frame,
    path: '/cases/$id',
    validateSearch: (search: { tab?: string }) => search,
    component: () => <CasePage id={applicationOf().id} {...parts} />,
  });
  const elsewhere = ['/cases', '/intake', '/applicants/$id'].map((path) =>
    createRoute({ getParentRoute: () => frame, path, component: () => null }),
  );
  const router = createRouter({
    routeTree: root.addChildren([frame.addChildren([page, ...elsewhere])]),
    history: createMemoryHistory({ initialEntries: [`/cases/${applicationOf().id}`] }),
  });
  const { queries } = renderUi(<RouterProvider router={router as never} />, { session });
  return { user: userEvent.setup(), router, queries };
}

// A document the center gets from an agency.
export const income: ChecklistItem = {
  code: 'income',
  title: 'Справка о доходах',
  need: 'inquiry',
  given: false,
  missing: false,
  documents: [],
};
