// SPDX-License-Identifier: Apache-2.0
import { screen } from '@testing-library/react';
import { afterEach, it, vi } from 'vitest';
import { renderAtPage } from '@/test/render.tsx';
import { stubServer } from '@/test/server.ts';
import { useAskedAgencies } from './asked-agencies.ts';
import { RequestItem } from './request-item.tsx';

afterEach(() => vi.unstubAllGlobals());

const row = (item: string, state: string) => ({
  id: item,
  type: 't',
  title: 'Т',
  addressee: 'МВД',
  state,
  item,
  executor_name: 'К',
  created_at: '2026-11-26T09:00:00Z',
  updated_at: '2026-11-26T09:00:00Z',
});

function Asked() {
  const asked = useAskedAgencies('a1', true);
  return (
    <>
      <output>{asked && [...asked.items].sort().join()}</output>
      <output>{asked && `waiting for ${asked.waiting.map(({ id }) => id).join()}`}</output>
    </>
  );
}

it('counts as asked what has gone out, not what lies written or was given up', async () => {
  const states = ['formed', 'ready', 'sent', 'accepted', 'answered', 'error', 'cancelled'];
  stubServer({
    'GET /api/v1/inquiries': () => ({ body: { items: states.map((one) => row(one, one)) } }),
  });
  await renderAtPage(<Asked />);
  await screen.findByText('accepted,answered,ready,sent');
  screen.getByText('waiting for ready,sent,accepted');
});

it('says that a document can not be asked for when no type brings it', async () => {
  stubServer({
    'GET /api/v1/inquiries': () => ({ body: { items: [] } }),
    'GET /api/v1/message-types': () => ({ body: { items: [] } }),
  });
  await renderAtPage(
    <RequestItem application="a1" item={{ code: 'income', title: 'Доходы' }} service="s" />,
  );
  await screen.findByText(/вид сведений не подключён/);
});
