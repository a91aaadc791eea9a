// SPDX-License-Identifier: Apache-2.0
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { type Session, sessionQuery } from '@/lib/session.ts';
import { ConfirmProvider } from '@/ui/confirm-dialog.tsx';

type Options = { session?: Session };

// A component inside the page's providers, in Russian.
export function renderUi(node: ReactNode, { session }: Options = {}) {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  if (session) queries.setQueryData(sessionQuery.queryKey, session);
  const result = render(
    <MantineProvider env="test">
      <QueryClientProvider client={queries}>
        <ConfirmProvider>
          {node}
          <Notifications />
        </ConfirmProvider>
      </QueryClientProvider>
    </MantineProvider>,
  );
  return { ...result, queries };
}

// The same, on a page with an address: for what has links.
export async function renderAtPage(node: ReactNode, options: Options = {}) {
  const root = createRootRoute();
  const page = createRoute({ getParentRoute: () => root, path: '/', component: () => node });
  const router = createRouter({
    routeTree: root.addChildren([page]),
    history: createMemoryHistory({ initialEntries: ['/'] }),
  });
  await router.load();
  return renderUi(<RouterProvider router={router as never} />, options);
}
