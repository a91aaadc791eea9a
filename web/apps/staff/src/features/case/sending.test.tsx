// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { refusal } from '@/test/server.ts';
import { applicationOf } from './application-sample.ts';
import { home, income, open, serve } from './case-page-harness.tsx';

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

const scan = {
  id: 'd-1',
  item: 'passport',
  title: 'Паспорт',
  name: 'паспорт.pdf',
  content_type: 'application/pdf',
  size: 1000,
  uploaded_at: '2026-11-25T09:00:00Z',
  uploaded_by: 'Смирнова О. И.',
  source: 'center' as const,
};

it('sends by F9 and Enter the version the person saw, having said what goes out', async () => {
  const application = applicationOf({
    actions: [{ action: 'send', allowed: true }],
    checklist: [{ ...income, title: 'Паспорт', need: 'required', given: true, documents: [scan] }],
  });
  const server = serve(application, `POST ${home}/sending`, () => {
    server.application = applicationOf({ status: 'delivery_queued', version: 8 });
    return { body: server.application };
  });
  const { user } = open();
  await screen.findByRole('button', { name: 'Отправить в ведомство' });
  await user.keyboard('{F9}');
  const dialog = await screen.findByRole('dialog', { name: 'Отправить в ведомство?' });
  for (const words of [/Отозвать отправленное нельзя/, 'Иванова Анна Петровна', 'Паспорт']) {
    within(dialog).getByText(words);
  }
  expect(server.steps()).toEqual([]);
  await user.keyboard('{Enter}');
  expect(await screen.findByText('Ждёт отправки')).toBeTruthy();
  expect(server.steps().map(({ headers }) => headers.get('If-Match'))).toEqual(['"7"']);
  expect(screen.queryByRole('button', { name: 'Отправить в ведомство' })).toBeNull();
});

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
    asked: {
      items: new Set(['tax']),
      askable: new Set(['income', 'tax']),
      waiting: [],
      differing: [],
    },
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
  // Nothing goes out by an Enter too many.
  await user.keyboard('{Enter}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(server.steps()).toEqual([]);
});

it('warns of a paper outside the checklist too, as long as it has no scan', async () => {
  const base = applicationOf();
  serve(
    applicationOf({
      service: { ...base.service, electronic: true },
      actions: [{ action: 'send', allowed: true }],
      checklist: [],
      other_papers: [
        { item: 'other-1', given: true, title: 'Письмо директора' },
        { item: 'other-2', given: true, title: 'Договор найма' },
        { item: 'other-3', given: false, title: 'Забранная справка' },
      ],
      documents: [{ ...scan, item: 'other', title: 'Договор найма' }],
    }),
  );
  const { user } = open();
  await user.click(await screen.findByRole('button', { name: 'Отправить в ведомство' }));
  const dialog = within(await screen.findByRole('dialog'));
  dialog.getByText('Ведомство не увидит 1 документ: у него нет скана');
  dialog.getByText('Письмо директора');
  expect(dialog.queryByText('Забранная справка')).toBeNull();
});

it('names the documents that nobody has and nobody can ask for here', async () => {
  const application = applicationOf({
    actions: [{ action: 'send', allowed: true }],
    checklist: [
      { ...income, code: 'debts', title: 'Сведения о задолженности' },
      { ...income, given: true },
    ],
  });
  serve(application);
  const { user } = open({
    asked: { items: new Set(), askable: new Set(['tax']), waiting: [], differing: [] },
  });
  await user.click(await screen.findByRole('button', { name: 'Отправить в ведомство' }));
  const dialog = within(await screen.findByRole('dialog'));
  dialog.getByText('В деле нет 1 документа, и через СМЭВ его здесь не запросить');
  dialog.getByText('Сведения о задолженности');
  dialog.getByRole('button', { name: 'Всё равно отправить' });
});

it('warns of an inquiry that still waits for its answer, which would come too late', async () => {
  serve(applicationOf({ actions: [{ action: 'send', allowed: true }] }));
  const waiting = [{ id: 'i-1', title: 'Доходы', addressee: 'ФНС России' }];
  const differs = [{ label: 'Адрес', known: 'г. Приреченск, ул. Лесная, д. 7' }];
  const differing = [{ id: 'i-2', title: 'Регистрация по месту жительства', differs }];
  const { user } = open({ asked: { items: new Set(), askable: new Set(), waiting, differing } });
  await screen.findByRole('link', { name: 'Нет ответа на 1 запрос' });
  await screen.findByRole('link', { name: 'Ответ на 1 запрос расходится с карточкой' });
  await user.click(screen.getByRole('button', { name: 'Отправить в ведомство' }));
  const dialog = await screen.findByRole('dialog');
  within(dialog).getByText('Нет ответа на 1 запрос');
  const link = within(dialog).getByRole('link', { name: 'Доходы' });
  expect(link.getAttribute('href')).toBe('/inquiries/i-1');
  within(dialog).getByText('Адрес: в карточке иначе — «г. Приреченск, ул. Лесная, д. 7»');
});

it('tells a refusal in its words', async () => {
  const application = applicationOf({ actions: [{ action: 'send', allowed: true }] });
  serve(application, `POST ${home}/sending`, () =>
    refusal(409, 'applications.not_to_send', 'Отправлять пока нечего'),
  );
  const { user } = open();
  await user.click(await screen.findByRole('button', { name: 'Отправить в ведомство' }));
  await user.click(await screen.findByRole('button', { name: 'Подписать и отправить' }));
  expect(await screen.findByText('Отправлять пока нечего')).toBeTruthy();
  expect(screen.queryByText(/Код для поддержки/)).toBeNull();
});
