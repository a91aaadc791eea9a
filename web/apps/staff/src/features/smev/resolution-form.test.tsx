// SPDX-License-Identifier: Apache-2.0
import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { sessionWith } from '@/test/people.ts';
import { renderUi } from '@/test/render.tsx';
import { refusal, stubServer } from '@/test/server.ts';
import type { SmevMessage } from './messages.ts';
import { ResolutionForm } from './resolution-form.tsx';

afterEach(() => vi.unstubAllGlobals());

const failed: SmevMessage = {
  id: 'm1',
  direction: 'incoming',
  operation: 'request',
  message_type: 'Заявление',
  state: 'failed',
  created_at: '2026-11-25T09:00:00Z',
};
const manager = { session: sessionWith(['exchange.view', 'exchange.manage']) };

it('sends the decision with its reason', async () => {
  const asked = stubServer({
    'POST /api/v1/smev-messages/m1/resolutions': () => ({
      status: 201,
      body: { message_id: 'm2' },
    }),
  });
  renderUi(<ResolutionForm message={failed} />, manager);
  await userEvent.click(screen.getByLabelText(/Причина/));
  await userEvent.paste('Сертификат добавлен');
  await userEvent.click(screen.getByRole('button', { name: 'Проверить и принять снова' }));
  await vi.waitFor(() =>
    expect(asked.map(({ body }) => body)).toEqual([
      { action: 'process', reason: 'Сертификат добавлен' },
    ]),
  );
});

it('shows why a decision was refused', async () => {
  stubServer({
    'POST /api/v1/smev-messages/m1/resolutions': () =>
      refusal(422, 'exchange.reason_missing', 'Напишите причину.'),
  });
  renderUi(<ResolutionForm message={failed} />, manager);
  await userEvent.click(screen.getByRole('button', { name: 'Отложить без обработки' }));
  expect(await screen.findByText('Напишите причину.')).toBeTruthy();
});

it('offers nothing to those who only look, and nothing for what is on its way', () => {
  const { unmount } = renderUi(<ResolutionForm message={failed} />, {
    session: sessionWith(['exchange.view']),
  });
  expect(screen.queryByText('Решение по сообщению')).toBeNull();
  unmount();
  renderUi(
    <ResolutionForm message={{ ...failed, direction: 'outgoing', state: 'sent' }} />,
    manager,
  );
  expect(screen.queryByText('Решение по сообщению')).toBeNull();
});
