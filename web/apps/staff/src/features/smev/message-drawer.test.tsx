// SPDX-License-Identifier: Apache-2.0
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { sessionWith } from '@/test/people.ts';
import { renderAtPage } from '@/test/render.tsx';
import { stubServer } from '@/test/server.ts';
import { MessageDrawer } from './message-drawer.tsx';
import type { SmevMessage } from './messages.ts';

afterEach(() => vi.unstubAllGlobals());

const answer: SmevMessage = {
  id: 'm2',
  direction: 'incoming',
  operation: 'response',
  message_type: 'СНИЛС',
  state: 'failed',
  title: 'Ответ на запрос «СНИЛС»',
  attempts: 0,
  created_at: '2026-11-20T09:00:00Z',
};
const request: SmevMessage = {
  ...answer,
  id: 'm1',
  direction: 'outgoing',
  operation: 'request',
  state: 'delivered',
  title: 'Исходящий запрос «СНИЛС»',
};
const rest = { signatures: [], attachments: [], envelopes: [], resolutions: [], rejections: [] };
const subject = { kind: 'inquiry', id: 'i1' };
const server = {
  'GET /api/v1/smev-messages/m2': () => ({
    body: { ...answer, ...rest, subject, exchange: [request] },
  }),
  'GET /api/v1/smev-messages/m1': () => ({
    body: { ...request, ...rest, subject, exchange: [answer] },
  }),
};

async function open(...rights: string[]) {
  stubServer(server);
  await renderAtPage(<MessageDrawer message={answer} onClose={() => undefined} />, {
    session: sessionWith(['exchange.view', ...rights]),
  });
  return screen.findByRole('dialog');
}

it('leads to the inquiry, and from the answer to its request and back', async () => {
  const user = userEvent.setup();
  const drawer = await open('inquiries.view');
  const link = await within(drawer).findByRole('link', { name: 'Открыть запрос' });
  expect(link.getAttribute('href')).toBe('/inquiries/i1');
  expect(within(drawer).getByText('Не принято')).toBeTruthy();
  await user.click(within(drawer).getByRole('button', { name: 'Исходящий запрос «СНИЛС»' }));
  await screen.findByRole('dialog', { name: 'Исходящий запрос «СНИЛС»' });
  await user.click(await screen.findByRole('button', { name: 'Ответ на запрос «СНИЛС»' }));
  await screen.findByRole('dialog', { name: 'Ответ на запрос «СНИЛС»' });
});

it('leads nowhere that the person may not go', async () => {
  const drawer = await open();
  await within(drawer).findByRole('button', { name: 'Исходящий запрос «СНИЛС»' });
  expect(within(drawer).queryByRole('link')).toBeNull();
});
