// SPDX-License-Identifier: Apache-2.0
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { sessionWith } from '@/test/people.ts';
import { renderUi } from '@/test/render.tsx';
import { stubServer } from '@/test/server.ts';
import { InquiriesPage } from './inquiries-page.tsx';
import { InquiryAnswers } from './inquiry-answers.tsx';
import { inquiryOf } from './inquiry-sample.ts';
import { NewInquiryPage } from './new-inquiry-page.tsx';
import { dayBefore } from './periods.ts';
import { RequestItem } from './request-item.tsx';

vi.setConfig({ testTimeout: 20_000 });
afterEach(() => vi.unstubAllGlobals());

const types = [
  {
    name: 'inn-by-passport',
    title: 'ИНН по паспорту',
    agency: { code: 'fns', name: 'ФНС России' },
    services: ['veteran'],
  },
  {
    name: 'snils-by-data',
    title: 'СНИЛС по данным человека',
    agency: { code: 'sfr', name: 'СФР' },
    services: ['kindergarten'],
    documents: ['pension_paper'],
  },
];
const answers = {
  'GET /api/v1/message-types': () => ({ body: { items: types } }),
  'GET /api/v1/inquiries': () => ({ body: { items: [inquiryOf({ state: 'sent' })] } }),
  'GET /api/v1/applicants/a1': () => ({ body: { id: 'a1', display_name: 'Иванова Анна' } }),
  'POST /api/v1/inquiries': () => ({ status: 201, body: inquiryOf() }),
};

function open(address: string) {
  const root = createRootRoute({ component: Outlet });
  const frame = createRoute({ getParentRoute: () => root, id: 'frame', component: Outlet });
  const page = (path: string, component: () => React.ReactNode) =>
    createRoute({
      getParentRoute: () => frame,
      path,
      validateSearch: (search: Record<string, unknown>) => search,
      component,
    });
  const router = createRouter({
    routeTree: root.addChildren([
      frame.addChildren([
        page('/inquiries', InquiriesPage),
        page('/inquiries/new', NewInquiryPage),
        page('/inquiries/$id', () => null),
        page('/cases/c2', () => <InquiryAnswers application="c2" />),
        page('/cases/c1', () =>
          [
            { code: 'pension_paper', title: 'Справка о пенсии' },
            { code: 'no_payment_paper', title: 'Справка о прекращении выплаты' },
          ].map((item) => (
            <RequestItem key={item.code} application="c1" item={item} service="veteran" />
          )),
        ),
      ]),
    ]),
    history: createMemoryHistory({ initialEntries: [address] }),
  });
  renderUi(<RouterProvider router={router as never} />, {
    session: sessionWith(['inquiries.view', 'inquiries.send']),
  });
  return { user: userEvent.setup(), router };
}

it('lists the inquiries with their states and keeps the filters in the address', async () => {
  stubServer(answers);
  const { user, router } = open('/inquiries');
  expect(await screen.findByText('P/26/12', undefined, { timeout: 10_000 })).toBeTruthy();
  expect(screen.getByRole('row', { name: /P\/26\/12/ }).textContent).toContain('Отправлен');
  await user.click(screen.getByText('сегодня'));
  const today = dayBefore(new Date(), 0);
  await waitFor(() => expect(router.state.location.search).toEqual({ from: today, to: today }));
  await user.click(screen.getByText('сегодня'));
  await waitFor(() => expect(router.state.location.searchStr).not.toContain('from'));
});

it('begins an inquiry of the type that a word finds, about the applicant in the address', async () => {
  const asked = stubServer(answers);
  const { user, router } = open('/inquiries/new?applicant=a1');
  await user.type(await screen.findByRole('combobox', { name: /Какие сведения/ }), 'снилс{Enter}');
  await waitFor(() => expect(router.state.location.pathname).toBe('/inquiries/i1'));
  const post = asked.find(({ method }) => method === 'POST');
  expect(post?.body).toEqual({ type: 'snils-by-data', applicant_id: 'a1' });
});

it('says whom an inquiry made for a case is about', async () => {
  stubServer({
    ...answers,
    'GET /api/v1/applications/c1': () => ({
      body: { applicant: { id: 'a1', kind: 'person', display_name: 'Журавлёва Ксения Игоревна' } },
    }),
  });
  open('/inquiries/new?application=c1');
  await screen.findByText('Журавлёва Ксения Игоревна');
});

it('asks for exactly those documents of the checklist that a type brings', async () => {
  const asked = stubServer(answers);
  const { user, router } = open('/cases/c1');
  const button = await screen.findByRole('button', { name: 'Запросить: Справка о пенсии' });
  expect(screen.getAllByRole('button')).toEqual([button]);
  // One type brings it: there is nothing to choose.
  await user.click(button);
  await waitFor(() => expect(router.state.location.pathname).toBe('/inquiries/i1'));
  const post = asked.find(({ method }) => method === 'POST');
  expect(post?.body).toEqual({
    type: 'snils-by-data',
    application_id: 'c1',
    item: 'pension_paper',
  });
});

it('shows the inquiry once it is made, and asks once more only when told so', async () => {
  stubServer({
    ...answers,
    'GET /api/v1/inquiries': () => ({
      body: { items: [inquiryOf({ state: 'answered', item: 'pension_paper' })] },
    }),
  });
  open('/cases/c1');
  const link = await screen.findByRole('link', { name: 'Получен ответ' });
  expect(link.getAttribute('href')).toBe('/inquiries/i1');
  await screen.findByRole('button', { name: /^Ещё один запрос: .*Справка о пенсии/ });
  expect(screen.queryByRole('button', { name: /^Запросить: .*Справка о пенсии/ })).toBeNull();
});

it('shows the chosen values of each answer in the case with the verdict on its signature', async () => {
  const values = [
    { path: 'Registration/0/Address', label: 'Адрес', value: 'г. Приреченск, ул. Мира, д. 5' },
    { path: 'Registration/1/Address', label: 'Адрес', value: 'г. Заречье, ул. Садовая, д. 1' },
  ];
  stubServer({
    ...answers,
    'GET /api/v1/inquiries': () => ({
      body: {
        items: [
          inquiryOf({ id: 'i3', state: 'sent', title: 'Ещё ждём' }),
          inquiryOf({
            id: 'i2',
            title: 'Регистрация',
            has_data: true,
            highlights: values,
            signature: 'Подпись верна: МВД России',
          }),
          inquiryOf({ id: 'i1', title: 'Паспорт', has_data: false }),
        ],
      },
    }),
  });
  open('/cases/c2');
  const lines = (await screen.findAllByRole('listitem')).map(({ textContent }) => textContent);
  expect(lines).toEqual([
    `РегистрацияИванова А. П.Адрес${values[0]?.value}Адрес${values[1]?.value}Подпись верна: МВД России`,
    'ПаспортИванова А. П.Сведений нет',
  ]);
});

it('filters by the sending branch with the offices that belong to it, and by several states', async () => {
  const asked = stubServer({
    ...answers,
    'GET /api/v1/inquiry-choices': () => ({ body: { types: [], addressees: ['МВД России'] } }),
    'GET /api/v1/organization': () => ({
      body: {
        branches: [
          { id: 'b1', name: 'Центральный' },
          { id: 'b2', name: 'ТОСП', parent_id: 'b1' },
        ],
      },
    }),
  });
  const { user, router } = open('/inquiries');
  await user.click(await screen.findByRole('combobox', { name: 'Кто отправляет' }));
  await user.click(await screen.findByRole('option', { name: 'Центральный', hidden: true }));
  await user.click(await screen.findByText('с подчинёнными'));
  await user.click(screen.getByRole('combobox', { name: 'Состояние' }));
  for (const state of ['Отправлен', 'Получен ответ']) {
    await user.click(await screen.findByRole('option', { name: state, hidden: true }));
  }
  await waitFor(() =>
    expect(router.state.location.search).toEqual({
      branch: 'b1',
      below: true,
      state: 'sent,answered',
    }),
  );
  expect(asked.some(({ path }) => path === '/api/v1/inquiry-choices')).toBe(true);
});
