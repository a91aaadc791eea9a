// SPDX-License-Identifier: Apache-2.0
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
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
      <output>{asked && `can be asked: ${[...asked.askable].join()}`}</output>
      <output>{asked && `waiting for ${asked.waiting.map(({ id }) => id).join()}`}</output>
    </>
  );
}

it('counts as asked what has gone out, not what lies written or was given up', async () => {
  const states = ['formed', 'ready', 'sent', 'accepted', 'answered', 'error', 'cancelled'];
  const child = { ...row('births', 'sent'), person: 'k1' };
  stubServer({
    'GET /api/v1/inquiries': () => ({
      body: { items: [...states.map((one) => row(one, one)), child] },
    }),
    'GET /api/v1/message-types': () => ({
      body: { items: [{ name: 't', documents: ['births'] }, { name: 'u' }] },
    }),
  });
  await renderAtPage(<Asked />);
  await screen.findByText('accepted,answered,births,births k1,ready,sent');
  screen.getByText('can be asked: births');
  screen.getByText('waiting for ready,sent,accepted,births');
});

it('asks about everybody not asked about yet: what is complete goes out, the rest stays a draft', async () => {
  const persons = [
    { key: 'k1', name: 'Калинин Пётр', is_applicant: false, answered: true, inquiry_id: 'i' },
    { key: 'k2', name: 'Калинина Анна', is_applicant: false, answered: false },
    { key: 'k3', name: 'Калинина Яна', is_applicant: false, answered: false },
    { key: 'k4', name: 'Калинин Илья', is_applicant: false, answered: false },
    { name: 'Калинин', is_applicant: false, answered: false },
  ];
  const asked = stubServer({
    'GET /api/v1/inquiries': () => ({
      body: { items: [{ ...row('births', 'sent'), person: 'k4' }] },
    }),
    'GET /api/v1/message-types': () => ({
      body: { items: [{ name: 't', documents: ['births'] }] },
    }),
    'POST /api/v1/inquiries': ({ body }) => ({
      status: 201,
      body: {
        ...row('births', 'formed'),
        id: (body as { person: string }).person,
        version: 1,
        errors: (body as { person: string }).person === 'k3' ? [{}] : [],
        personal_signature: 'impossible',
      },
    }),
    'POST /api/v1/inquiries/k2/sending': () => ({ body: { ...row('births', 'ready') } }),
  });
  const item = { code: 'births', title: 'Дети', persons };
  await renderAtPage(<RequestItem application="a1" item={item} service="s" />);
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Запросить обо всех (2)' }));
  const dialog = await screen.findByRole('dialog');
  expect(dialog.textContent).toContain('Калинина Анна');
  expect(dialog.textContent).not.toContain('Илья');
  await user.click(screen.getByRole('button', { name: 'Отправить 2 запроса' }));
  await screen.findByText('Отправлен 1 запрос. Дополните 1 черновик');
  const posted = asked.filter(({ method }) => method === 'POST');
  expect(posted.map(({ path }) => path)).toEqual([
    '/api/v1/inquiries',
    '/api/v1/inquiries/k2/sending',
    '/api/v1/inquiries',
  ]);
  expect(posted[0]?.body).toEqual({
    type: 't',
    application_id: 'a1',
    item: 'births',
    person: 'k2',
  });
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
