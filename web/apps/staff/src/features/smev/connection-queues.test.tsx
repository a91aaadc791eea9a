// SPDX-License-Identifier: Apache-2.0
import { screen, within } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { renderUi } from '@/test/render.tsx';
import { stubServer } from '@/test/server.ts';
import { ConnectionQueues } from './connection-queues.tsx';
import type { Connection } from './connections.ts';

afterEach(() => vi.unstubAllGlobals());

const connection = (version: string): Connection => ({
  id: 'c1',
  mnemonic: 'MSZ001',
  url: 'http://bus/ws',
  version,
  waiting: 0,
  undelivered: 0,
  state: 'up',
  has_files: false,
  certificates: [],
  revocation_lists: [],
});
const queues = 'GET /api/v1/smev-connections/c1/queues';

it('shows every queue of the bus with what waits in it', async () => {
  stubServer({
    [queues]: () => ({
      body: {
        good: true,
        code: 'exchange.check_good',
        text: '',
        items: [
          { name: 'MSZ001.requests', waiting: 12 },
          { name: 'MSZ001.responses', waiting: 3 },
        ],
      },
    }),
  });
  renderUi(<ConnectionQueues connection={connection('1.1')} />);
  const list = await screen.findByRole('list', { name: 'Ждут в очередях СМЭВ' });
  expect(
    within(list)
      .getAllByRole('listitem')
      .map((item) => item.textContent),
  ).toEqual(['MSZ001.requests 12', 'MSZ001.responses 3']);
});

it('tells why the queues are not known', async () => {
  stubServer({
    [queues]: () => ({
      body: { good: false, code: 'x', text: 'СМЭВ недоступна.', items: [] },
    }),
  });
  renderUi(<ConnectionQueues connection={connection('1.1')} />);
  expect(await screen.findByText(/не удалось узнать: СМЭВ недоступна/)).toBeTruthy();
});

it('asks nothing and says nothing in a version that can not tell', () => {
  stubServer({});
  renderUi(<ConnectionQueues connection={connection('1.3')} />);
  expect(screen.queryByText(/очередях/)).toBeNull();
});
