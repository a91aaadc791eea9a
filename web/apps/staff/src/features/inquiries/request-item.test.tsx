// SPDX-License-Identifier: Apache-2.0
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { renderAtPage } from '@/test/render.tsx';
import { type Handler, refusal, stubServer } from '@/test/server.ts';
import { RequestItem } from './request-item.tsx';

afterEach(() => vi.unstubAllGlobals());

const item = {
  code: 'birth_records',
  title: 'Записи о рождении детей',
  persons: ['p1', 'p2', 'p3'].map((key) => ({
    key,
    name: key,
    answered: false,
    is_applicant: false,
  })),
};
const asked = { id: 'i1', item: 'birth_records', person: 'p1', state: 'sent' };

async function open(register: Handler, more: Record<string, Handler> = {}) {
  stubServer({
    'GET /api/v1/inquiries': register,
    ...more,
    'GET /api/v1/message-types': () => ({
      body: { items: [{ name: 'zags-record', documents: ['birth_records'] }] },
    }),
  });
  const { queries } = await renderAtPage(
    <RequestItem application="a1" item={item} service="family" />,
  );
  await vi.waitFor(() => expect(queries.getQueryCache().getAll()).toHaveLength(2));
  await vi.waitFor(() => expect(queries.isFetching()).toBe(0));
  return userEvent.setup();
}

it('offers to ask about those whom nobody has been asked about', async () => {
  await open(() => ({ body: { items: [asked], total: 1 } }));
  await screen.findByRole('button', { name: 'Запросить обо всех (2)' });
});

it('offers nothing when it does not know who has been asked about', async () => {
  await open(() => refusal(503, 'http.unavailable', 'Сервер перезапускается'));
  expect(screen.queryByRole('button')).toBeNull();
});

it('asks about nobody whom a colleague has asked about meanwhile', async () => {
  let made = [asked];
  const sent: unknown[] = [];
  const user = await open(() => ({ body: { items: made, total: made.length } }), {
    'POST /api/v1/inquiries': ({ body }) => {
      sent.push((body as { person: string }).person);
      return { status: 201, body: { id: 'i3', version: 1, errors: ['snils'] } };
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Запросить обо всех (2)' }));
  made = [asked, { ...asked, id: 'i2', person: 'p2' }];
  await user.click(await screen.findByRole('button', { name: 'Отправить 2 запроса' }));
  await vi.waitFor(() => expect(sent).toEqual(['p3']));
});
