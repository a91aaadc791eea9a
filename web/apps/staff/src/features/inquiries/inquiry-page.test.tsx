// SPDX-License-Identifier: Apache-2.0
import { notifications } from '@mantine/notifications';
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
import { sessionWith } from '@/test/people.ts';
import { renderUi } from '@/test/render.tsx';
import { type Asked, type refusal, stubServer } from '@/test/server.ts';
import type { Inquiry } from './inquiry.ts';
import { InquiryPage } from './inquiry-page.tsx';
import { answeredOf, inquiryOf } from './inquiry-sample.ts';

vi.setConfig({ testTimeout: 20_000 });
afterEach(() => {
  vi.unstubAllGlobals();
  notifications.clean();
});

const home = '/api/v1/inquiries/i1';
type Answers = Record<string, (asked: Asked) => ReturnType<typeof refusal>>;

function serve(inquiry: Inquiry, answers: Answers = {}) {
  const server = { inquiry };
  const asked = stubServer({
    [`GET ${home}`]: () => ({ body: server.inquiry }),
    [`PUT ${home}/form`]: ({ body }) => {
      const { form } = body as { form: Inquiry['form'] };
      server.inquiry = { ...server.inquiry, form, version: server.inquiry.version + 1 };
      return { body: server.inquiry };
    },
    ...answers,
  });
  return { server, calls: (method: string) => asked.filter((one) => one.method === method) };
}

function open(...rights: string[]) {
  const root = createRootRoute();
  const page = createRoute({
    getParentRoute: () => root,
    path: '/inquiries/i1',
    component: () => <InquiryPage id="i1" />,
  });
  const elsewhere = ['/inquiries', '/account', '/applicants/$id', '/cases/$id'].map((path) =>
    createRoute({ getParentRoute: () => root, path, component: () => null }),
  );
  const router = createRouter({
    routeTree: root.addChildren([page, ...elsewhere]),
    history: createMemoryHistory({ initialEntries: ['/inquiries/i1'] }),
  });
  const { queries } = renderUi(<RouterProvider router={router as never} />, {
    session: sessionWith(['inquiries.view', ...rights]),
  });
  return { user: userEvent.setup(), router, queries };
}

it('names what is missing and sends nothing until it is there', async () => {
  const { calls } = serve(inquiryOf());
  const { user } = open('inquiries.send');
  await user.click(await screen.findByRole('button', { name: 'Сохранить и отправить' }));
  const summary = await screen.findByRole('alert');
  expect(within(summary).getByRole('link', { name: 'Дата рождения' })).toBeTruthy();
  expect(calls('POST')).toHaveLength(0);
});

it('saves what is typed and sends it, also by Ctrl+Enter, in the version saved', async () => {
  const { server, calls } = serve(inquiryOf(), {
    [`POST ${home}/sending`]: () => {
      server.inquiry = inquiryOf({ state: 'ready', version: 5, actions: [] });
      return { body: server.inquiry };
    },
  });
  const { user } = open('inquiries.send');
  await user.type(await screen.findByLabelText(/Дата рождения/), '12.03.1961');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByText('Запрос подписан и ждёт отправки');
  const [saved] = calls('PUT');
  expect(saved?.body).toEqual({ form: { FamilyName: 'Иванова', BirthDate: '1961-03-12' } });
  const [sent] = calls('POST');
  expect(sent?.headers.get('If-Match')).toBe('"4"');
  expect(sent?.headers.get('Idempotency-Key')).toBeTruthy();
});

const lastName = () => screen.getByLabelText<HTMLInputElement>(/Фамилия/);

it('shows what a colleague has typed meanwhile, also in the field one is in', async () => {
  const { server } = serve(inquiryOf());
  const { user, queries } = open('inquiries.send');
  await user.click(await screen.findByLabelText(/Фамилия/));
  const form = { FamilyName: 'Петрова' } as unknown as Inquiry['form'];
  server.inquiry = { ...server.inquiry, form, version: 4 };
  await queries.invalidateQueries({ queryKey: ['inquiry'] });
  await waitFor(() => expect(lastName().value).toBe('Петрова'));
  expect(document.activeElement).toBe(lastName());
});

it('does not cover what a colleague has typed: the person chooses', async () => {
  const theirs = { FamilyName: 'Петрова' } as unknown as Inquiry['form'];
  const { server, calls } = serve(inquiryOf(), {
    [`PUT ${home}/form`]: () => {
      server.inquiry = { ...server.inquiry, form: theirs, version: 4 };
      return {
        status: 412,
        body: { title: 'Изменено', status: 412, code: 'request.stale' },
      };
    },
  });
  const { user } = open('inquiries.send');
  await user.type(await screen.findByLabelText(/Фамилия/), 'Н');
  const clash = await screen.findByRole('alert');
  expect(clash.textContent).toContain('изменили в другом окне или на другом компьютере');
  expect(lastName().value).toBe('ИвановаН');
  await user.click(within(clash).getByRole('button', { name: /Взять сохранённое/ }));
  await waitFor(() => expect(lastName().value).toBe('Петрова'));
  expect(calls('PUT')).toHaveLength(1);
});

it('puts the wrong fields that only the server finds at their places', async () => {
  const complete = { FamilyName: 'Иванова', BirthDate: '1961-03-12' } as unknown as Inquiry['form'];
  const fields = [{ pointer: '/form/FamilyName', code: 'field.pattern', title: 'Не тот вид' }];
  serve(inquiryOf({ form: complete }), {
    [`POST ${home}/sending`]: () => ({
      status: 422,
      body: { title: 'Проверьте', status: 422, code: 'input.invalid', fields },
    }),
  });
  const { user } = open('inquiries.send');
  await user.click(await screen.findByRole('button', { name: 'Сохранить и отправить' }));
  const summary = await screen.findByRole('alert');
  expect(within(summary).getByRole('link', { name: 'Фамилия' })).toBeTruthy();
});

it('shows the SOAP message without the bus and says that it is not signed', async () => {
  const complete = { FamilyName: 'Иванова', BirthDate: '1961-03-12' } as unknown as Inquiry['form'];
  serve(inquiryOf({ form: complete }), {
    [`GET ${home}/soap`]: () => ({
      body: {
        xml: '<a:Envelope xmlns:a="s"><a:Body/></a:Envelope>',
        version: '1.2',
        sent: false,
        personal_signature: 'impossible',
        unsigned: 'Нет подключения',
      },
    }),
  });
  const { user } = open('inquiries.send');
  await user.click(await screen.findByRole('button', { name: 'Показать SOAP-запрос' }));
  const drawer = await screen.findByRole('dialog', { name: 'SOAP-запрос' }, { timeout: 10_000 });
  await within(drawer).findByText('<a:Envelope');
  expect(drawer.textContent).toContain('Нет подключения');
  expect(within(drawer).getByRole('button', { name: 'Скачать' })).toBeTruthy();
});

it('says what the shown message lacks of the one that is sent, and signs the preview with the key', async () => {
  const complete = { FamilyName: 'Иванова', BirthDate: '1961-03-12' } as unknown as Inquiry['form'];
  const soap = { version: '1.2', sent: false, sender: 'MFC' };
  const { calls } = serve(inquiryOf({ form: complete, personal_signature: 'demanded' }), {
    [`GET ${home}/soap`]: () => ({
      body: { ...soap, xml: '<a:Envelope xmlns:a="s"/>', personal_signature: 'demanded' },
    }),
    [`POST ${home}/soap`]: () => ({
      body: { ...soap, xml: '<b:Envelope xmlns:b="s"/>', personal_signature: 'signed' },
    }),
    'GET /api/v1/session/signing-key': () => ({
      body: {
        key: {
          owner: 'Иванова Анна Петровна',
          subject: '',
          issuer: '',
          serial: '1',
          not_before: '2026-01-01T00:00:00Z',
          not_after: '2099-01-01T00:00:00Z',
          kept_at: '2026-01-01T00:00:00Z',
        },
      },
    }),
  });
  const { user } = open('inquiries.send');
  await user.click(await screen.findByRole('button', { name: 'Показать SOAP-запрос' }));
  const drawer = await screen.findByRole('dialog', { name: 'SOAP-запрос' }, { timeout: 10_000 });
  await within(drawer).findByText(/ещё элемент PersonalSignature/);
  await user.type(await within(drawer).findByLabelText('Пароль к ключу'), 'слово');
  await user.click(within(drawer).getByRole('button', { name: 'Показать с подписью' }));
  await within(drawer).findByText('<b:Envelope');
  expect(within(drawer).getByText(/Содержимое подписано вашим ключом/)).toBeTruthy();
  expect(calls('POST').map(({ path, body }) => [path, body])).toEqual([
    [`${home}/soap`, { password: 'слово' }],
  ]);
});

it('lets the author of a draft choose whom it is about, once what is typed is saved', async () => {
  const draft = inquiryOf({ applicant_id: undefined, subject_name: undefined });
  const { server, calls } = serve(draft, {
    'GET /api/v1/applicants': () => ({
      body: { items: [{ id: 'a2', kind: 'person', display_name: 'Сидорова Мария' }] },
    }),
    [`PUT ${home}/applicant`]: () => {
      server.inquiry = {
        ...server.inquiry,
        applicant_id: 'a2',
        subject_name: 'Сидорова М.',
        form: { FamilyName: 'Сидорова', BirthDate: '1961-03-12' } as unknown as Inquiry['form'],
        version: 5,
      };
      return { body: server.inquiry };
    },
  });
  const { user } = open('inquiries.send');
  await user.type(await screen.findByLabelText(/Дата рождения/), '12.03.1961');
  await user.type(screen.getByRole('combobox', { name: 'Заявитель' }), 'Сидор');
  await user.click(await screen.findByRole('option', { name: 'Сидорова Мария', hidden: true }));
  await screen.findByText('Запрос заполнен из карточки');
  // Who types slowly is saved more than once.
  const saves = calls('PUT');
  const bound = saves.pop();
  expect(new Set(saves.map(({ path }) => path))).toEqual(new Set([`${home}/form`]));
  expect(saves.at(-1)?.body).toMatchObject({ form: { BirthDate: '1961-03-12' } });
  expect(bound?.body).toEqual({ applicant_id: 'a2' });
  expect(bound?.headers.get('If-Match')).toBe(`"${3 + saves.length}"`);
  await waitFor(() =>
    expect(screen.getByLabelText<HTMLInputElement>(/Фамилия/).value).toBe('Сидорова'),
  );
});

it('shows the answer as a table with the verdict on its signature, and what was asked', async () => {
  serve(answeredOf({ applicant_id: undefined }));
  open();
  const table = await screen.findByRole('table', { name: 'Ответ' });
  expect(within(table).getByRole('row', { name: 'СНИЛС 112-233-445 95' })).toBeTruthy();
  expect(screen.getByText('Подпись верна: СФР, сертификат до 01.02.2027')).toBeTruthy();
  expect(screen.getByRole('table', { name: 'Что запросили' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Сохранить и отправить' })).toBeNull();
});

it('takes over to the card only what the person agreed to', async () => {
  const values = [
    { path: 'applicant.snils', label: 'СНИЛС', offered: '11223344595', differs: true },
    { path: 'applicant.sex', label: 'Пол', current: 'male', offered: 'female', differs: true },
    {
      path: 'applicant.first_name',
      label: 'Имя',
      current: 'Анна',
      offered: 'Анна',
      differs: false,
    },
  ];
  const { calls } = serve(answeredOf(), {
    [`GET ${home}/card-comparison`]: () => ({
      body: { applicant_id: 'a1', applicant_version: 7, values },
    }),
    [`POST ${home}/card-changes`]: () => ({ body: { id: 'a1', version: 8 } }),
  });
  const { user } = open('applicants.edit');
  const table = await screen.findByRole('table', { name: 'Отличия ответа от карточки' });
  expect(within(table).getAllByRole('checkbox')).toHaveLength(2);
  expect(table.textContent).toContain('112-233-445 95');
  await user.click(within(table).getByRole('checkbox', { name: 'Пол' }));
  await user.click(screen.getByRole('button', { name: 'Перенести 1 поле в карточку' }));
  await waitFor(() => expect(calls('POST')).toHaveLength(1));
  expect(calls('POST')[0]?.body).toEqual({ applicant_version: 7, paths: ['applicant.snils'] });
});

it('says in words why there is no answer', async () => {
  serve(answeredOf({ state: 'not_accepted', answer: undefined, state_text: 'Нет прав' }));
  open();
  await screen.findByText('Ведомство отказалось отвечать');
  expect(screen.getByText('Нет прав')).toBeTruthy();
});

it('gives an inquiry up with a reason', async () => {
  const { calls } = serve(inquiryOf(), {
    [`POST ${home}/cancellation`]: () => ({ body: inquiryOf({ state: 'cancelled', actions: [] }) }),
  });
  const { user } = open('inquiries.send');
  await user.click(await screen.findByRole('button', { name: 'Ещё' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Отменить запрос' }));
  const dialog = await screen.findByRole('dialog');
  await user.type(within(dialog).getByLabelText(/Почему/), 'принесли сами');
  await user.click(within(dialog).getByRole('button', { name: 'Отменить запрос' }));
  await waitFor(() => expect(calls('POST')[0]?.body).toEqual({ reason: 'принесли сами' }));
  expect((await screen.findAllByText('Запрос отменён')).length).toBeGreaterThan(0);
});

const signingKey = {
  owner: 'Иванова Анна Петровна',
  subject: 'CN=Иванова Анна Петровна',
  issuer: 'УЦ',
  serial: '01',
  not_before: '2026-01-01T00:00:00Z',
  not_after: '2099-01-01T00:00:00Z',
  kept_at: '2026-01-01T00:00:00Z',
};
const complete = { FamilyName: 'Иванова', BirthDate: '1961-03-12' } as unknown as Inquiry['form'];

it('asks for the password of the signing key where the agency demands a personal signature', async () => {
  const passwords: unknown[] = [];
  const { server, calls } = serve(inquiryOf({ form: complete, personal_signature: 'demanded' }), {
    'GET /api/v1/session/signing-key': () => ({ body: { key: signingKey } }),
    [`POST ${home}/sending`]: ({ body }) => {
      passwords.push(body);
      const fields = [
        { pointer: '/password', code: 'signer.password', title: 'Пароль не подходит' },
      ];
      if (passwords.length === 1) {
        return {
          status: 422,
          body: { title: 'Проверьте', status: 422, code: 'input.invalid', fields },
        };
      }
      server.inquiry = inquiryOf({ state: 'ready', version: 5, actions: [] });
      return { body: server.inquiry };
    },
  });
  const { user } = open('inquiries.send');
  await user.click(await screen.findByRole('button', { name: 'Подписать и отправить' }));
  const dialog = await screen.findByRole('dialog');
  await within(dialog).findByText(/Подписывает Иванова Анна Петровна/);
  expect(calls('POST')).toHaveLength(0);
  const field = within(dialog).getByLabelText('Пароль к ключу');
  await user.type(field, 'не тот{Enter}');
  await within(dialog).findByText('Пароль не подходит');
  await user.clear(field);
  await user.type(field, 'верный{Enter}');
  await screen.findByText('Запрос подписан и ждёт отправки');
  expect(passwords).toEqual([{ password: 'не тот' }, { password: 'верный' }]);
});

it('offers to upload a key when there is none to sign with, and sends unsigned where it may', async () => {
  const { server, calls } = serve(inquiryOf({ form: complete, personal_signature: 'possible' }), {
    'GET /api/v1/session/signing-key': () => ({ body: {} }),
    [`POST ${home}/sending`]: () => {
      server.inquiry = inquiryOf({ state: 'ready', version: 5, actions: [] });
      return { body: server.inquiry };
    },
  });
  const { user } = open('inquiries.send');
  await user.click(await screen.findByRole('button', { name: 'Отправить с моей подписью' }));
  const dialog = await screen.findByRole('dialog');
  await within(dialog).findByRole('link', { name: 'Загрузить ключ в учётной записи' });
  await user.keyboard('{Escape}');
  await user.click(await screen.findByRole('button', { name: 'Сохранить и отправить' }));
  await screen.findByText('Запрос подписан и ждёт отправки');
  expect(calls('POST')[0]?.body).toBeUndefined();
});

it('saves what was not typed in as well: with it comes the number', async () => {
  const { calls } = serve(inquiryOf({ number: undefined, consumer_number: 'АС-7' }));
  const { user } = open('inquiries.send');
  await screen.findByText('будет присвоен после сохранения');
  await user.click(screen.getByRole('button', { name: 'Сохранить' }));
  await screen.findByText('Запрос сохранён');
  expect(calls('PUT')[0]?.body).toEqual({ form: { FamilyName: 'Иванова' } });
  const number = screen.getByLabelText('Номер в ИС потребителя');
  expect((number as HTMLInputElement).value).toBe('АС-7');
  await user.type(number, '5');
  await waitFor(() =>
    expect(calls('PUT').at(-1)?.body).toEqual({
      form: { FamilyName: 'Иванова' },
      consumer_number: 'АС-75',
    }),
  );
});

it('gets its card later when it was asked before there was one', async () => {
  const { server, calls } = serve(answeredOf({ applicant_id: undefined }), {
    'GET /api/v1/applicants': () => ({
      body: { items: [{ id: 'a7', display_name: 'Иванова Анна' }] },
    }),
    [`PUT ${home}/applicant`]: () => {
      server.inquiry = answeredOf({ applicant_id: 'a7', version: 4 });
      return { body: server.inquiry };
    },
    [`GET ${home}/card-comparison`]: () => ({
      body: { applicant_id: 'a7', applicant_version: 1, values: [] },
    }),
  });
  const { user } = open('inquiries.send');
  await user.type(await screen.findByRole('combobox', { name: 'Заявитель' }), 'Иванова');
  await user.click(await screen.findByRole('option', { name: /Иванова Анна/, hidden: true }));
  await waitFor(() => expect(calls('PUT')[0]?.body).toEqual({ applicant_id: 'a7' }));
  await waitFor(() => expect(screen.queryByRole('combobox', { name: 'Заявитель' })).toBeNull());
});
