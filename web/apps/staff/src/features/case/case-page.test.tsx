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
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { sessionWith } from '@/test/people.ts';
import { renderUi } from '@/test/render.tsx';
import { type Asked, refusal, stubServer } from '@/test/server.ts';
import type { Application } from './application.ts';
import { applicationOf } from './application-sample.ts';
import { CasePage, type CasePageProps } from './case-page.tsx';

afterEach(() => {
  vi.unstubAllGlobals();
  notifications.clean();
});

const home = `/api/v1/applications/${applicationOf().id}`;
const session = sessionWith(['applicants.view', 'applications.view', 'applications.print']);

// The server with one case: what it says to a step is up to the test.
function serve(
  first: Application,
  step = '',
  answer: (asked: Asked) => ReturnType<typeof refusal> = () => ({ status: 500 }),
) {
  const server = { application: first };
  const asked = stubServer({
    [`GET ${home}`]: () => ({ body: server.application }),
    [step]: answer,
  });
  const steps = () => asked.filter(({ method }) => method !== 'GET');
  return Object.assign(server, { steps });
}

function open(parts: Omit<CasePageProps, 'id'> = {}) {
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

it('shows the case and says what to do next', async () => {
  const application = applicationOf({
    actions: [{ action: 'send', allowed: false, why_not: 'Не хватает документов' }],
    checklist: [
      {
        code: 'photo',
        title: 'Фотография',
        need: 'required',
        given: false,
        missing: true,
        documents: [],
      },
    ],
  });
  serve(application);
  open();

  expect(await screen.findByRole('heading', { name: '0101-26-000123' })).toBeTruthy();
  const next = screen.getByRole('region', { name: 'Что дальше' });
  expect(next.textContent).toContain('Не хватает документов');
  expect(within(next).getByText('Фотография')).toBeTruthy();
  expect(screen.getByRole('region', { name: 'Порядок и сроки' }).textContent).toContain('Решение');
  expect(screen.getByRole('link', { name: 'Иванова Анна Петровна' }).getAttribute('href')).toBe(
    '/applicants/a-1',
  );
  expect(screen.getByText('выдать удостоверение')).toBeTruthy();
});

it('does not send a case that may not be sent yet', async () => {
  const application = applicationOf({
    actions: [{ action: 'send', allowed: false, why_not: 'Не хватает документов' }],
  });
  const server = serve(application);
  const { user } = open();
  const button = await screen.findByRole('button', { name: 'Отправить в ведомство' });
  expect(button.getAttribute('aria-disabled')).toBe('true');
  await user.click(button);
  await user.keyboard('{F9}');
  expect(server.steps()).toEqual([]);
});

it('sends the case in the version the person saw, also by F9, and shows what it has become', async () => {
  const application = applicationOf({ actions: [{ action: 'send', allowed: true }] });
  const server = serve(application, `POST ${home}/sending`, () => {
    server.application = applicationOf({ status: 'delivery_queued', version: 8 });
    return { body: server.application };
  });
  const { user } = open();
  await screen.findByRole('button', { name: 'Отправить в ведомство' });
  await user.keyboard('{F9}');
  expect(await screen.findByText('Ждёт отправки')).toBeTruthy();
  expect(server.steps().map(({ headers }) => headers.get('If-Match'))).toEqual(['"7"']);
  expect(screen.queryByRole('button', { name: 'Отправить в ведомство' })).toBeNull();
});

const income = {
  code: 'income',
  title: 'Справка о доходах',
  need: 'inquiry' as const,
  given: false,
  missing: false,
  documents: [],
};

it('warns of documents nobody has asked for, with a way to ask, and sends all the same', async () => {
  const application = applicationOf({
    actions: [{ action: 'send', allowed: true }],
    checklist: [income, { ...income, code: 'tax', title: 'Справка о налогах' }],
  });
  const server = serve(application, `POST ${home}/sending`, () => {
    server.application = applicationOf({ status: 'delivery_queued', version: 8 });
    return { body: server.application };
  });
  const { user } = open({
    asked: new Set(['tax']),
    request: (_, item) => <button type="button">Запросить: {item.title}</button>,
  });
  await screen.findByRole('link', { name: 'Не запрошен 1 документ' });
  await user.keyboard('{F9}');
  const dialog = await screen.findByRole('dialog', { name: 'Отправить в ведомство?' });
  within(dialog).getByRole('button', { name: 'Запросить: Справка о доходах' });
  expect(within(dialog).queryByText('Справка о налогах')).toBeNull();
  expect(server.steps()).toEqual([]);
  await user.click(within(dialog).getByRole('button', { name: 'Всё равно отправить' }));
  await screen.findByText('Ждёт отправки');
  expect(server.steps()).toHaveLength(1);
});

it('warns of a document the agency will not see because it has no scan', async () => {
  const base = applicationOf();
  const server = serve(
    applicationOf({
      service: { ...base.service, electronic: true },
      actions: [{ action: 'send', allowed: true }],
      checklist: [{ ...income, title: 'Паспорт', need: 'required', given: true }],
    }),
  );
  const { user } = open();
  await user.click(await screen.findByRole('button', { name: 'Отправить в ведомство' }));
  const dialog = await screen.findByRole('dialog');
  within(dialog).getByText('Ведомство не увидит 1 документ: у него нет скана');
  await user.click(within(dialog).getByRole('button', { name: 'Вернуться к делу' }));
  expect(server.steps()).toEqual([]);
});

it('shows a document an agency has answered as obtained, and «сведений нет» as no document', async () => {
  const answer = {
    inquiry_id: 'i-1',
    number: 'P/26/6',
    title: 'Доходы',
    agency: 'ФНС России',
    at: '2026-11-26T09:00:00Z',
    has_data: true,
    signature: 'Подпись верна: ФНС России',
  };
  const nothing = { ...answer, inquiry_id: 'i-2', number: 'P/26/7', has_data: false, text: '' };
  serve(
    applicationOf({
      checklist: [
        { ...income, given: true, obtained: true, answers: [answer] },
        { ...income, code: 'tax', title: 'Справка о налогах', answers: [nothing] },
        { ...income, code: 'pension', title: 'Сведения о пенсии' },
      ],
    }),
  );
  const { user } = open({
    asked: new Set(['income', 'tax', 'pension']),
    request: () => <span>Отправлен</span>,
  });
  await user.click(await screen.findByRole('link', { name: 'Документы' }));
  await screen.findByText('Получен по межведомственному запросу');
  expect(screen.getByRole('link', { name: 'Запрос № P/26/6' }).getAttribute('href')).toBe(
    '/inquiries/i-1',
  );
  screen.getAllByText('Подпись верна: ФНС России');
  screen.getByText('Сведений нет');
  expect(screen.queryByText('Запросит МФЦ')).toBeNull();
  expect(screen.getAllByText('Отправлен')).toHaveLength(1);
});

it('says in the history what happened and what to do, the code beside it', async () => {
  serve(
    applicationOf({
      history: [
        {
          at: '2026-11-26T09:00:00Z',
          actor: 'СМЭВ',
          text: 'Доставить заявление в ведомство не удалось. Нет права.',
          advice: 'Передайте администратору код ошибки.',
          error_code: 'smev.access_denied',
        },
      ],
    }),
  );
  const { user } = open();
  await user.click(await screen.findByRole('link', { name: 'История' }));
  const history = screen.getByRole('region', { name: 'История' });
  within(history).getByText('Передайте администратору код ошибки.');
  within(history).getByText('Код ошибки: smev.access_denied');
});

it('tells a refusal with its code', async () => {
  const application = applicationOf({ actions: [{ action: 'send', allowed: true }] });
  serve(application, `POST ${home}/sending`, () =>
    refusal(409, 'applications.not_to_send', 'Отправлять пока нечего'),
  );
  const { user } = open();
  await user.click(await screen.findByRole('button', { name: 'Отправить в ведомство' }));
  expect(await screen.findByText('Отправлять пока нечего')).toBeTruthy();
  expect(screen.getByText('Код для поддержки: applications.not_to_send')).toBeTruthy();
});

it('returns a case for rework with a reason and a term', async () => {
  const application = applicationOf({ actions: [{ action: 'rework', allowed: true }] });
  const server = serve(application, `POST ${home}/rework`, () => {
    server.application = applicationOf({
      status: 'rework',
      rework: { reason: 'Нет подписи', until: '2026-11-30' },
    });
    return { body: server.application };
  });
  const { user } = open();
  await user.click(await screen.findByRole('button', { name: 'Вернуть на доработку' }));
  const dialog = await screen.findByRole('dialog');
  const submit = within(dialog).getByRole('button', { name: 'Вернуть' });
  expect(submit).toHaveProperty('disabled', true);
  await user.type(within(dialog).getByLabelText(/Что исправить/), 'Нет подписи');
  await user.click(submit);
  expect(await screen.findByText('до 30 ноября 2026 г.')).toBeTruthy();
  expect(server.steps()[0]?.body).toEqual({ reason: 'Нет подписи', term_days: 5 });
});

it('refuses intake once a ground is chosen and the reason written, and offers the notice', async () => {
  const application = applicationOf({
    status: 'intake',
    actions: [{ action: 'refuse', allowed: true }],
  });
  const server = serve(application, `POST ${home}/intake-refusal`, () => {
    server.application = applicationOf({
      status: 'refused_intake',
      intake_refusal: { ground: 'damaged_documents', reason: 'Нет второй страницы' },
    });
    return { body: server.application };
  });
  const { user } = open();
  await user.click(await screen.findByRole('button', { name: 'Ещё' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Отказать в приёме' }));
  const dialog = await screen.findByRole('dialog');
  const submit = within(dialog).getByRole('button', { name: 'Отказать' });
  await user.type(within(dialog).getByLabelText(/Что именно не так/), 'Нет второй страницы');
  expect(submit).toHaveProperty('disabled', true);
  await user.click(within(dialog).getByRole('radio', { name: /повреждены/ }));
  await user.click(submit);
  const next = await screen.findByRole('region', { name: 'Что дальше' });
  await waitFor(() => expect(next.textContent).toContain('Нет второй страницы'));
  expect(server.steps()[0]?.body).toEqual({
    ground: 'damaged_documents',
    reason: 'Нет второй страницы',
  });
  await user.click(screen.getByRole('button', { name: 'Печать' }));
  expect(
    await screen.findByRole('menuitem', { name: 'Уведомление об отказе в приёме' }),
  ).toBeTruthy();
});

it('keeps the typed reason when the case has changed meanwhile, and repeats on the new version', async () => {
  const actions: Application['actions'] = [{ action: 'rework', allowed: true }];
  const application = applicationOf({ actions });
  const server = serve(application, `POST ${home}/rework`, ({ headers }) => {
    if (headers.get('If-Match') === '"9"') {
      return { body: applicationOf({ status: 'rework', version: 10 }) };
    }
    server.application = applicationOf({ actions, version: 9 });
    return refusal(412, 'request.stale', 'Запись уже изменил кто-то другой');
  });
  const { user } = open();
  await user.click(await screen.findByRole('button', { name: 'Вернуть на доработку' }));
  const dialog = await screen.findByRole('dialog');
  await user.type(within(dialog).getByLabelText(/Что исправить/), 'Нет подписи');
  await user.click(within(dialog).getByRole('button', { name: 'Вернуть' }));
  expect(await within(dialog).findByText(/Дело перечитано/)).toBeTruthy();
  await user.click(within(dialog).getByRole('button', { name: 'Вернуть' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(server.steps().map(({ headers }) => headers.get('If-Match'))).toEqual(['"7"', '"9"']);
});

const decided = (part: Partial<Application>) =>
  applicationOf({ status: 'ready_to_issue', decision: { outcome: 'positive' }, ...part });
const upload = { action: 'upload' as const, allowed: true };
const answer = {
  id: 'd-1',
  item: 'answer',
  title: 'Решение № 17',
  name: 'ответ.pdf',
  content_type: 'application/pdf',
  size: 1000,
  uploaded_at: '2026-11-25T09:00:00Z',
  uploaded_by: 'Соколова Н. Д.',
  source: 'agency' as const,
  printable: true,
};
const recipient = {
  representative: true,
  last_name: 'Сидоров',
  first_name: 'Пётр',
  name: 'Сидоров Пётр',
  identity_document: { kind: 'military_id' as const, number: 'АБ 1234567' },
  document_text: 'военный билет АБ 1234567',
  authority_text: 'доверенность № 5 от 01.02.2026',
};

it('issues the result only with the signed receipt and every document marked', async () => {
  const why_not = 'Нет подписанной расписки';
  const documents = [answer];
  const waiting = decided({
    recipient,
    documents,
    actions: [{ action: 'issue', allowed: false, why_not }, upload],
  });
  const server = serve(waiting, `POST ${home}/issue`, () => {
    server.application = decided({
      status: 'closed',
      version: 8,
      recipient,
      issued: { at: '2026-11-26T09:00:00Z', by: 'Петров С. И.', branch: 'Заречный филиал' },
    });
    return { body: server.application };
  });
  const { user, queries } = open();
  await user.click(await screen.findByRole('button', { name: 'Выдать результат' }));
  const issue = await screen.findByRole('button', { name: 'Выдать и закрыть дело' });
  expect(screen.getByText(/Сидоров Пётр — Представитель/)).toBeTruthy();
  expect(screen.getByText('доверенность № 5 от 01.02.2026')).toBeTruthy();
  expect(issue.getAttribute('aria-description')).toBe(why_not);

  // The receipt has come, here or at another desk.
  server.application = decided({
    recipient,
    documents,
    actions: [{ action: 'issue', allowed: true }, upload],
  });
  await queries.invalidateQueries({ queryKey: ['application'] });
  await waitFor(() =>
    expect(issue.getAttribute('aria-description')).toBe(
      'Отметьте, что документ передан: Решение № 17',
    ),
  );
  await user.click(issue);
  expect(server.steps()).toEqual([]);
  await user.click(screen.getByRole('checkbox', { name: 'Решение № 17' }));
  await user.click(issue);
  expect(await screen.findByText('Закрыто')).toBeTruthy();
  expect(server.steps()[0]?.body).toEqual({ documents: ['d-1'] });
  // What the agency said on the way is no longer how the case stands: not even an empty line of it.
  expect(screen.queryByText('Сообщено ведомством')).toBeNull();
  expect(screen.getByText(/Результат получил\(а\) Сидоров Пётр .*Заречный филиал/)).toBeTruthy();
  expect(screen.queryByText(/Исполнить до/)).toBeNull();
});

it('asks who the representative is and by which paper they come', async () => {
  const representative = {
    last_name: 'Сидоров',
    first_name: 'Пётр',
    identity_document: { kind: 'military_id' as const, number: 'АБ 1234567' },
    authority: 'доверенность № 77 АА 1234567',
  };
  const waiting = decided({
    representative,
    actions: [upload, { action: 'issue', allowed: false }],
  });
  const server = serve(waiting, `PUT ${home}/recipient`, () => {
    server.application = decided({ recipient, version: 8, actions: waiting.actions });
    return { body: server.application };
  });
  const { user } = open();
  await user.click(await screen.findByRole('button', { name: 'Выдать результат' }));
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByRole('button', { name: /Расписка/ })).toHaveProperty('disabled', true);
  expect(within(dialog).getByLabelText<HTMLInputElement>(/Фамилия/).value).toBe('Сидоров');
  expect(within(dialog).getByLabelText<HTMLInputElement>(/Номер документа/).value).toBe(
    '77 АА 1234567',
  );
  await user.click(within(dialog).getByRole('button', { name: 'Записать получателя' }));
  expect(server.steps()).toEqual([]);
  await user.type(within(dialog).getByLabelText(/От какой даты/), '01.02.2026');
  await user.click(within(dialog).getByRole('button', { name: 'Записать получателя' }));
  expect(await within(dialog).findByText('военный билет АБ 1234567')).toBeTruthy();
  expect(server.steps()[0]?.body).toMatchObject({
    representative: true,
    last_name: 'Сидоров',
    identity_document: { kind: 'military_id', number: 'АБ 1234567' },
    authority: { kind: 'power_of_attorney', number: '77 АА 1234567', date: '2026-02-01' },
  });
});

it('has an applicant shown the document on the card, and that is marked', async () => {
  const waiting = decided({ actions: [upload, { action: 'issue', allowed: false }] });
  const server = serve(waiting, `PUT ${home}/recipient`, () => ({
    body: decided({ recipient: { ...recipient, representative: false }, version: 8 }),
  }));
  const { user } = open();
  await user.click(await screen.findByRole('button', { name: 'Выдать результат' }));
  const note = await screen.findByRole('button', { name: 'Записать получателя' });
  await user.click(note);
  expect(server.steps()).toEqual([]);
  await user.click(screen.getByRole('checkbox', { name: /паспорт •• •• •••567/ }));
  await user.click(note);
  await waitFor(() => expect(server.steps()[0]?.body).toEqual({ representative: false }));
});

it('deletes a draft only after a question and goes to the drafts', async () => {
  const application = applicationOf({
    status: 'draft',
    number: undefined,
    actions: [{ action: 'delete', allowed: true }],
  });
  const server = serve(application, `DELETE ${home}`, () => ({ status: 204 }));
  const { user, router } = open();
  await user.click(await screen.findByRole('button', { name: 'Ещё' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Удалить черновик' }));
  expect(server.steps()).toEqual([]);
  await user.click(await screen.findByRole('button', { name: 'Удалить черновик' }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/cases'));
  expect(server.steps()[0]?.headers.get('If-Match')).toBe('"7"');
});

it('says what is wrong when the case cannot be read', async () => {
  stubServer({ [`GET ${home}`]: () => refusal(404, 'applications.not_found', 'Такого дела нет') });
  open();
  expect(await screen.findByText('Такого дела нет')).toBeTruthy();
});

it('shows the whole number of the document to whoever issues the result, when asked', async () => {
  const application = applicationOf({
    status: 'ready_to_issue',
    actions: [{ action: 'issue', allowed: true }],
  });
  const asked = stubServer({
    [`GET ${home}`]: () => ({ body: application }),
    'GET /api/v1/applicants/a-1': () => ({
      body: {
        id: 'a-1',
        identity_document: { kind: 'passport_rf', series: '4508', number: '123567' },
      },
    }),
  });
  const { user } = open();
  await user.click(await screen.findByRole('button', { name: 'Выдать результат' }));
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getAllByText(/•• •• •••567/)).not.toHaveLength(0);
  expect(asked.some(({ path }) => path.includes('/applicants/'))).toBe(false);
  await user.click(within(dialog).getByRole('button', { name: 'показать номер' }));
  expect(await within(dialog).findByText(/4508 123567/)).toBeTruthy();
});

it('says that the signed application is outdated once the data were changed after printing', async () => {
  serve({ ...applicationOf(), papers: { application: 'outdated', receipt: 'current' } });
  open();
  expect(await screen.findByText('Подписанное заявление устарело')).toBeTruthy();
});
