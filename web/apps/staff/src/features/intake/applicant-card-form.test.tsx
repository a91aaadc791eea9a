// SPDX-License-Identifier: Apache-2.0
import type { Data } from '@okno/forms-core/schema';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { renderAtPage } from '@/test/render.tsx';
import { refusal, stubServer } from '@/test/server.ts';
import { ApplicantCardForm } from './applicant-card-form.tsx';

afterEach(() => vi.unstubAllGlobals());

async function open(
  answer: () => object = () => refusal(500, 'server.fault', 'Сбой'),
  begun: Data = { last_name: 'Zhuravleva', first_name: 'Ксения' },
) {
  const asked = stubServer({
    'GET /api/v1/countries': () => ({ body: { items: [] } }),
    'GET /api/v1/reference-books/countries': () => ({ body: { items: [] } }),
    'POST /api/v1/applicants': answer,
  });
  await renderAtPage(
    <ApplicantCardForm begun={begun} onSaved={() => undefined} onOpenExisting={() => undefined} />,
  );
  return { asked, user: userEvent.setup() };
}

it('begins with what was typed into the search and wants Russian letters of a Russian passport', async () => {
  const { asked, user } = await open();
  expect(screen.getByLabelText<HTMLInputElement>(/^Имя/).value).toBe('Ксения');
  await user.click(screen.getByRole('button', { name: 'Добавить и продолжить' }));
  const name = screen.getByLabelText(/^Фамилия/);
  expect(document.activeElement).toBe(name);
  within(screen.getByRole('alert')).getByText(/русскими буквами/);
  expect(asked.some(({ method }) => method === 'POST')).toBe(false);
});

it('leaves the keys to who corrects a field that is not wanted at all', async () => {
  const { user } = await open();
  const email = screen.getByLabelText<HTMLInputElement>(/^Электронная почта/);
  await user.type(email, 'x');
  await user.click(screen.getByRole('button', { name: 'Добавить и продолжить' }));
  await user.clear(email);
  await user.type(email, 'ksenia@mail.ru');
  expect(email.value).toBe('ksenia@mail.ru');
  expect(document.activeElement).toBe(email);
});

it('writes a hurried name with a capital', async () => {
  const { user } = await open();
  const name = screen.getByLabelText<HTMLInputElement>(/^Отчество/);
  await user.type(name, 'игоревна');
  await user.tab();
  expect(name.value).toBe('Игоревна');
});

// Typed letter by letter a whole card would take seconds.
async function paste(user: ReturnType<typeof userEvent.setup>, field: HTMLElement, text: string) {
  await user.click(field);
  await user.paste(text);
}

it('sends of an organization what organizations have, though a person was begun first', async () => {
  const { asked, user } = await open(() => ({ status: 201, body: { id: 'org', version: 1 } }));
  await user.click(screen.getByRole('radio', { name: 'Юридическое лицо' }));
  await paste(user, screen.getByLabelText(/^Полное наименование/), 'ООО «Лето»');
  await paste(user, screen.getByLabelText(/^ИНН/), '7707083893');
  await paste(user, screen.getByLabelText(/^ОГРН/), '1027700132195');
  await paste(user, screen.getByLabelText(/^Руководитель/), 'Орлов Пётр Ильич');
  await paste(user, screen.getByLabelText(/^Юридический адрес/), 'г. Тверь, ул. Новая, д. 1');
  await user.click(screen.getByRole('button', { name: 'Добавить и продолжить' }));
  expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({
    kind: 'legal_entity',
    full_name: 'ООО «Лето»',
    inn: '7707083893',
    ogrn: '1027700132195',
    head_name: 'Орлов Пётр Ильич',
    registration_address: 'г. Тверь, ул. Новая, д. 1',
  });
});

it('keeps what was typed of a person while another kind is looked at', async () => {
  const { user } = await open();
  await user.click(screen.getByRole('radio', { name: 'Юридическое лицо' }));
  await user.type(screen.getByLabelText(/^Полное наименование/), 'ООО');
  await user.click(screen.getByRole('radio', { name: 'Физическое лицо' }));
  expect(screen.getByLabelText<HTMLInputElement>(/^Имя/).value).toBe('Ксения');
});

const person = {
  last_name: 'Журавлёва',
  first_name: 'Ксения',
  birth_date: '1985-02-12',
  sex: 'female',
  citizenship: 'RUS',
  identity_document: {
    kind: 'passport_rf',
    series: '4508',
    number: '123456',
    issue_date: '2005-02-11',
    issuer_code: '770001',
    issued_by: 'ОВД',
  },
  registration_address: 'г. Тверь, ул. Новая, д. 1',
};

it('says in words what only the server knows of a passport', async () => {
  const title = 'Паспорт подлежал замене в 20 лет и больше не действует.';
  const field = { pointer: '/identity_document/issue_date', code: 'passport.replaced_at_20' };
  const { user } = await open(
    () => ({
      status: 422,
      body: {
        title: 'Проверьте отмеченные поля.',
        status: 422,
        code: 'input.invalid',
        fields: [{ ...field, title }],
      },
    }),
    person,
  );
  await user.click(screen.getByRole('button', { name: 'Добавить и продолжить' }));
  await screen.findAllByText(new RegExp(title));
  expect(screen.queryByText(/passport\./)).toBeNull();
});

it('sends no passport’s fields with another document, and the country of a foreign one', async () => {
  const { asked, user } = await open(() => ({ status: 201, body: { id: 'one', version: 1 } }), {
    ...person,
    identity_document: { ...person.identity_document, kind: 'foreign_document', series: '' },
  });
  const add = screen.getByRole('button', { name: 'Добавить и продолжить' });
  await user.click(add);
  expect(document.activeElement).toBe(screen.getByLabelText(/^Страна, выдавшая документ/));
  await user.keyboard('Армения');
  await user.click(add);
  expect(asked.find(({ method }) => method === 'POST')?.body).toMatchObject({
    identity_document: {
      kind: 'foreign_document',
      number: '123456',
      issue_date: '2005-02-11',
      issued_by: 'ОВД',
      country: 'Армения',
    },
  });
});

it('saves a card with documents the form does not show, and they stay', async () => {
  const card = {
    ...person,
    id: 'one',
    kind: 'person',
    version: 3,
    other_documents: [{ kind: 'x' }],
  };
  const asked = stubServer({
    'GET /api/v1/countries': () => ({ body: { items: [] } }),
    'GET /api/v1/reference-books/countries': () => ({ body: { items: [] } }),
    'PUT /api/v1/applicants/one': () => ({ body: card }),
  });
  await renderAtPage(
    <ApplicantCardForm
      card={card as never}
      onSaved={() => undefined}
      onOpenExisting={() => undefined}
    />,
  );
  const user = userEvent.setup();
  await user.type(screen.getByLabelText(/^Телефон/), '9001234567');
  await user.click(screen.getByRole('button', { name: 'Сохранить и продолжить' }));
  expect(asked.find(({ method }) => method === 'PUT')?.body).toMatchObject({
    phone: '+79001234567',
    other_documents: [{ kind: 'x' }],
  });
});

it('asks before a card that was begun is given up', async () => {
  stubServer({
    'GET /api/v1/countries': () => ({ body: { items: [] } }),
    'GET /api/v1/reference-books/countries': () => ({ body: { items: [] } }),
  });
  const onCancel = vi.fn();
  const user = userEvent.setup();
  await renderAtPage(
    <ApplicantCardForm onSaved={vi.fn()} onOpenExisting={vi.fn()} onCancel={onCancel} />,
  );
  await paste(user, screen.getByLabelText(/^Фамилия/), 'Журавлёва');
  await user.click(screen.getByRole('button', { name: 'Отмена' }));
  const question = await screen.findByRole('dialog', { name: 'Уйти без сохранения?' });
  await user.click(within(question).getByRole('button', { name: 'Отмена' }));
  expect(onCancel).not.toHaveBeenCalled();
  expect(screen.getByLabelText<HTMLInputElement>(/^Фамилия/).value).toBe('Журавлёва');
  await user.click(screen.getByRole('button', { name: 'Отмена' }));
  await user.click(await screen.findByRole('button', { name: 'Уйти' }));
  expect(onCancel).toHaveBeenCalledOnce();
});

it('keeps an overdue passport when the person says so, and asks again after a change', async () => {
  const pointer = '/identity_document/issue_date';
  const overdue = { pointer, code: 'passport.replaced_at_45', title: 'Паспорт подлежал замене.' };
  const queries: string[] = [];
  const { user } = await open(
    () => ({
      status: 422,
      body: { title: 'Проверьте', status: 422, code: 'input.invalid', fields: [overdue] },
    }),
    {
      last_name: 'Орлов',
      first_name: 'Пётр',
      birth_date: '1980-03-12',
      sex: 'male',
      citizenship: 'RUS',
      registration_address: 'г. Тверь, ул. Новая, д. 1',
      phone: '+79123456789',
      identity_document: {
        kind: 'passport_rf',
        series: '4500',
        number: '123456',
        issue_date: '2000-04-01',
        issuer_code: '770-001',
        issued_by: 'ОВД',
      },
    },
  );
  const asking = globalThis.fetch;
  vi.stubGlobal('fetch', (request: Request) => {
    if (request.method === 'POST') queries.push(new URL(request.url).search);
    return asking(request);
  });
  await user.click(screen.getByRole('button', { name: 'Добавить и продолжить' }));
  await user.click(await screen.findByRole('button', { name: 'Сохранить с этим документом' }));
  await screen.findByRole('button', { name: 'Сохранить с этим документом' });
  expect(queries).toEqual(['', '?overdue=accepted']);
  await paste(user, screen.getByLabelText(/^Отчество/), 'Ильич');
  screen.getByRole('button', { name: 'Сохранить с этим документом' });
  await user.click(screen.getByRole('button', { name: 'Добавить и продолжить' }));
  await vi.waitFor(() => expect(queries.at(-1)).toBe(''));
  await screen.findByRole('button', { name: 'Сохранить с этим документом' });
  await user.clear(screen.getByLabelText(/^Номер/));
  await paste(user, screen.getByLabelText(/^Номер/), '654321');
  expect(screen.queryByRole('button', { name: 'Сохранить с этим документом' })).toBeNull();
});

it('lets who is behind another window take what is saved there or keep what was typed here', async () => {
  const document = {
    kind: 'passport_rf',
    series: '7722',
    number: '573553',
    issue_date: '2022-03-10',
    issued_by: 'Отделом УФМС',
    issuer_code: '770-018',
  };
  const card = {
    id: 'p1',
    version: 3,
    kind: 'person',
    last_name: 'Щербаков',
    first_name: 'Максим',
    birth_date: '2002-02-12',
    sex: 'male',
    citizenship: 'RUS',
    identity_document: document,
    email: 'old@example.ru',
    phone: '+79090865359',
    registration_address: 'г. Заозёрск',
  };
  const theirs = { ...card, version: 4, email: 'a@example.ru', birth_place: 'с. Кленовое' };
  const asked = stubServer({
    'GET /api/v1/countries': () => ({ body: { items: [] } }),
    'GET /api/v1/reference-books/countries': () => ({ body: { items: [] } }),
    'GET /api/v1/applicants/p1': () => ({ body: theirs }),
    'PUT /api/v1/applicants/p1': ({ headers, body }) =>
      headers.get('If-Match') === '"4"'
        ? { body: { ...theirs, ...(body as object), version: 5 } }
        : refusal(412, 'request.stale', 'Изменено'),
  });
  const saved = vi.fn();
  await renderAtPage(
    <ApplicantCardForm card={card as never} onSaved={saved} onOpenExisting={() => undefined} />,
  );
  const user = userEvent.setup();
  const email = () => screen.getByLabelText<HTMLInputElement>(/^Электронная почта/);
  await user.clear(email());
  await paste(user, email(), 'b@example.ru');
  await user.click(screen.getByRole('button', { name: /Сохранить и/ }));
  const clash = await screen.findByRole('alert');
  const row = within(clash).getByRole('row', { name: /почта/ });
  expect(row.textContent).toBe('Электронная почтаb@example.rua@example.ru');
  expect(email().value).toBe('b@example.ru');
  await user.click(within(clash).getByRole('button', { name: 'Сохранить мой текст' }));
  await vi.waitFor(() => expect(saved).toHaveBeenCalledWith('p1'));
  expect(asked.at(-1)?.body).toMatchObject({
    email: 'b@example.ru',
    birth_place: 'с. Кленовое',
  });
});
