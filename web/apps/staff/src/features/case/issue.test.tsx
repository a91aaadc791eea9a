// SPDX-License-Identifier: Apache-2.0
import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { refusal, stubServer } from '@/test/server.ts';
import type { Application } from './application.ts';
import { applicationOf } from './application-sample.ts';
import { home, open, serve } from './case-page-harness.tsx';

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

it('has what was typed of a representative when it was closed by mistake', async () => {
  serve(
    decided({ actions: [upload, { action: 'issue', allowed: false }] }),
    `PUT ${home}/recipient`,
    () => ({
      body: {},
    }),
  );
  const { user } = open();
  await user.click(await screen.findByRole('button', { name: 'Выдать результат' }));
  await user.click(await screen.findByRole('radio', { name: 'Представитель заявителя' }));
  await user.type(screen.getByLabelText(/Фамилия/), 'Сидорова');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await user.click(screen.getByRole('button', { name: 'Выдать результат' }));
  expect((await screen.findByLabelText<HTMLInputElement>(/Фамилия/)).value).toBe('Сидорова');
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

it('says what the contact centre heard, and notes which originals go back', async () => {
  const waiting = decided({
    call_notes: [
      { at: '2026-11-25T09:00:00Z', by: 'Белова И. С.', note: 'Придёт жена по доверенности' },
      { at: '2026-11-25T09:05:00Z', by: 'Белова И. С.', note: '', wrong_phone: '+79123456789' },
    ],
    originals: [{ item: 'other-1', title: 'Справка о составе семьи' }],
    actions: [{ action: 'issue', allowed: false, why_not: 'Не указан получатель' }, upload],
  });
  const server = serve(waiting, `PUT ${home}/recipient`, () => ({ body: server.application }));
  const { user } = open();
  await user.click(await screen.findByRole('button', { name: 'Выдать результат' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText(/Придёт жена по доверенности/)).toBeTruthy();
  dialog.getByText(/По номеру \+7 912 345-67-89 отвечает не заявитель/);
  await user.click(dialog.getByRole('checkbox', { name: /Личность сверена/ }));
  await user.click(dialog.getByRole('checkbox', { name: 'Справка о составе семьи' }));
  await user.click(dialog.getByRole('button', { name: 'Записать получателя' }));
  await waitFor(() =>
    expect(server.steps()[0]?.body).toEqual({ representative: false, originals: ['other-1'] }),
  );
});

it('says that another branch has issued it meanwhile, and offers nothing more', async () => {
  const server = serve(
    decided({ recipient, actions: [{ action: 'issue', allowed: true }] }),
    `POST ${home}/issue`,
    () => {
      const gone = refusal(409, 'applications.issued_elsewhere', 'Результат уже выдан: Заречный');
      server.refuse = gone;
      return gone;
    },
  );
  const { user } = open();
  await user.click(await screen.findByRole('button', { name: 'Выдать результат' }));
  await user.click(await screen.findByRole('button', { name: 'Выдать и закрыть дело' }));
  expect((await screen.findByRole('alert')).textContent).toContain('Результат уже выдан: Заречный');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(screen.queryByRole('button', { name: 'Выдать результат' })).toBeNull();
  expect(screen.getByRole('heading', { name: '0101-26-000123' })).toBeTruthy();
});

it('has every paper that came from the agency marked as handed out', async () => {
  const waiting = decided({
    recipient: { ...recipient, representative: false },
    result_papers: [
      { title: 'Свидетельство о рождении', sheets: 1 },
      { title: 'Справка для пособия', sheets: 2 },
    ],
    originals: [{ item: 'old_passport', title: 'Прежний паспорт' }],
    actions: [{ action: 'issue', allowed: true }],
  });
  const server = serve(waiting, `POST ${home}/issue`, () => ({ body: { ...waiting, version: 8 } }));
  const { user } = open();
  await user.click(await screen.findByRole('button', { name: 'Выдать результат' }));
  const issue = await screen.findByRole('button', { name: 'Выдать и закрыть дело' });
  screen.getByText('Подлинник остался в ведомстве: Прежний паспорт');
  await user.click(screen.getByRole('checkbox', { name: 'Свидетельство о рождении, 1 лист' }));
  await user.click(issue);
  expect(server.steps()).toEqual([]);
  expect(issue.getAttribute('aria-description')).toContain('Справка для пособия');
  await user.click(screen.getByRole('checkbox', { name: 'Справка для пособия, 2 листа' }));
  // Twice before the screen is drawn anew, as quick hands do.
  act(() => {
    issue.click();
    issue.click();
  });
  await waitFor(() => expect(server.steps()[0]?.body).toEqual({ documents: [] }));
  expect(server.steps()).toHaveLength(1);
});
