// SPDX-License-Identifier: Apache-2.0
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import type { Session } from '@/lib/session.ts';
import { sessionWith } from '@/test/people.ts';
import { renderUi } from '@/test/render.tsx';
import { refusal, stubServer } from '@/test/server.ts';
import { ApplicantPage } from './applicant-page.tsx';

afterEach(() => vi.unstubAllGlobals());

const card = {
  id: 'a1',
  kind: 'person',
  display_name: 'Иванова Анна Петровна',
  birth_date: '1988-03-12',
  snils: '11223344595',
  identity_document: { kind: 'passport_rf', series: '4508', number: '123456' },
  version: 3,
};
const draft = {
  id: 'c2',
  status: 'draft',
  applicant_name: 'Иванова А. П.',
  service_name: 'Субсидия ЖКУ',
  branch_name: 'Филиал № 1',
  created_at: '2026-11-20T08:50:00Z',
  urgency: 'none',
};
const changes = [
  { field: 'last_name', old: 'Петрова', new: 'Иванова' },
  { field: 'birth_date', old: '', new: '1988-03-12' },
  { field: 'phone', old: '+79123456789', new: '' },
];

const home = '/api/v1/applicants/a1';
const answers = {
  [`GET ${home}`]: () => ({ body: card }),
  [`GET ${home}/history`]: () => ({
    body: { items: [{ at: '2026-11-20T08:50:00Z', actor: 'Смирнова О. И.', changes }] },
  }),
  [`GET ${home}/applications`]: () => ({ body: { items: [draft] } }),
  [`GET ${home}/files`]: () => ({ body: { items: [] } }),
};

const branch = { id: 'b1', name: 'Филиал № 1' };

function open(...rights: string[]) {
  return openBy(sessionWith(rights, { branch }));
}

function openBy(session: Session) {
  const root = createRootRoute();
  const page = createRoute({
    getParentRoute: () => root,
    path: '/applicants/a1',
    component: () => <ApplicantPage id="a1" />,
  });
  const elsewhere = ['/intake', '/cases/$id'].map((path) =>
    createRoute({ getParentRoute: () => root, path, component: () => null }),
  );
  const router = createRouter({
    routeTree: root.addChildren([page, ...elsewhere]),
    history: createMemoryHistory({ initialEntries: ['/applicants/a1'] }),
  });
  renderUi(<RouterProvider router={router as never} />, { session });
  return router;
}

it('shows the card, the cases as links and what was changed from what to what', async () => {
  stubServer(answers);
  open('applicants.view', 'applications.view');
  expect(await screen.findByText('112-233-445 95')).toBeTruthy();
  const link = await screen.findByRole('link', { name: 'черновик от 20.11.2026' });
  expect(link.getAttribute('href')).toBe('/cases/c2');
  const history = await screen.findByRole('region', { name: 'Изменения карточки' });
  await within(history).findByText(/Смирнова О. И./);
  expect(history.textContent).toContain('Фамилия: Петрова → Иванова');
  expect(history.textContent).toContain('12.03.1988');
  expect(history.textContent).toContain('+7 912 345-67-89 → удалено');
});

it('begins an application for this person where one may', async () => {
  stubServer(answers);
  const router = open('applicants.view', 'applications.file');
  await userEvent.click(await screen.findByRole('button', { name: 'Принять заявление' }));
  await waitFor(() => expect(router.state.location.href).toBe('/intake?applicant=a1'));
});

it('begins none for who works in no branch: the desk is not theirs', async () => {
  stubServer(answers);
  openBy(sessionWith(['applicants.view', 'applications.file', 'audit.view']));
  await screen.findByRole('link', { name: 'Кто смотрел' });
  expect(screen.queryByRole('button', { name: 'Принять заявление' })).toBeNull();
});

it('offers to add scans only to those who may edit the card', async () => {
  stubServer(answers);
  open('applicants.view');
  await screen.findByText('Сканов ещё нет.');
  expect(screen.queryByLabelText('Скан документа')).toBeNull();
});

it('says why the card does not open', async () => {
  stubServer({ [`GET ${home}`]: () => refusal(404, 'applicants.not_found', 'Такой карточки нет') });
  open('applicants.view');
  expect(await screen.findByText('Такой карточки нет')).toBeTruthy();
});
