// SPDX-License-Identifier: Apache-2.0
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { refusal, stubServer } from '@/test/server.ts';
import { applicationOf } from './application-sample.ts';
import { home, income, open, serve } from './case-page-harness.tsx';

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
    asked: {
      items: new Set(['income', 'tax', 'pension']),
      askable: new Set(['income', 'tax', 'pension']),
      waiting: [],
      differing: [],
    },
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

it('says of a document about several people who was answered, and asks about each of the others', async () => {
  const petr = {
    key: 'k1',
    name: 'Калинин Пётр',
    role: 'Ребёнок 1',
    birth_date: '2019-03-02',
    is_applicant: false,
    answered: true,
    inquiry_id: 'i-1',
  };
  const anna = { ...petr, key: 'k2', name: 'Калинина Анна', role: 'Ребёнок 2', answered: false };
  const births = { ...income, code: 'births', title: 'Сведения о рождении детей' };
  const nobody = { role: 'Ребёнок 3', is_applicant: false, answered: false };
  serve(
    applicationOf({
      status: 'processing',
      checklist: [
        {
          ...births,
          persons: [petr, { ...anna, inquiry_id: undefined }, nobody],
        },
        { ...births, code: 'wards', title: 'Решение об опеке', persons: [anna] },
      ],
    }),
  );
  const asked = {
    items: new Set(['births']),
    askable: new Set(['births']),
    waiting: [],
    differing: [],
  };
  const { user } = open({
    asked,
    request: (_, item, person) => <i>{`${item.code}: ${person?.name ?? 'все'}`}</i>,
  });
  // One document lacks a person; nobody brings the other, so it is no gap that could be closed.
  await screen.findByRole('link', { name: 'Не запрошен 1 документ' });
  await user.click(await screen.findByRole('link', { name: 'Документы' }));
  screen.getByText('Получено: 1 из 3');
  const list = screen.getByRole('list', { name: /Сведения о рождении детей/ });
  const [first, second, third] = within(list).getAllByRole('listitem');
  expect(first?.textContent).toContain('Калинин Пётр, 02.03.2019 (ребёнок 1)');
  expect(first?.textContent).toContain('Сведения получены');
  expect(first?.textContent).not.toContain('births');
  expect(second?.textContent).toContain('births: Калинина Анна');
  expect(third?.textContent).toBe('Ребёнок 3: в заявлении нет имени или даты рождения');
  screen.getByText('births: все');
  expect(screen.getByRole('list', { name: /Решение об опеке/ }).textContent).toContain(
    'Сведений нет',
  );
  expect(screen.queryByText('Запросит МФЦ')).toBeNull();
});

it('shows the way of a package instead of the bus for a service on paper, and no way back as the way on', async () => {
  const { service } = applicationOf();
  const why_not = 'Эта услуга передаётся на бумаге';
  serve(
    applicationOf({
      service: { ...service, electronic: false },
      history: [
        {
          at: '2026-11-26T09:00:00Z',
          actor: 'Кузнецова О. В.',
          kind: 'status',
          from: 'sent_by_courier',
          to: 'processing',
          text: 'Ведомство не приняло документы',
          reason: 'Нет подписи',
        },
        {
          at: '2026-11-26T09:10:00Z',
          actor: 'Кузнецова О. В.',
          kind: 'status',
          from: 'processing',
          to: 'processing',
          text: 'Ведомство не приняло документы, причина исправлена',
          reason: 'Нет второй фотографии',
        },
        {
          at: '2026-11-26T09:20:00Z',
          actor: 'Кузнецова О. В.',
          kind: 'note',
          text: 'Изменены ответы',
          reason: 'Фамилия',
        },
      ],
      actions: [
        { action: 'send', allowed: false, why_not },
        { action: 'rework', allowed: true },
      ],
    }),
  );
  open({
    paper: {
      step: ({ service: { agency } }) => <button type="button">Собрать: {agency.code}</button>,
      packages: () => <p>Пакет 0101-П-26-0004</p>,
      withdrawal: () => null,
    },
  });
  const next = await screen.findByRole('region', { name: 'Что дальше' });
  within(next).getByText(/эту услугу передают в ведомство на бумаге/);
  within(next).getByText('Пакет 0101-П-26-0004');
  within(next).getByText('Нет второй фотографии');
  expect(next.textContent).not.toContain('Фамилия');
  expect(screen.queryByRole('button', { name: 'Отправить в ведомство' })).toBeNull();
  screen.getByRole('button', { name: 'Собрать: msz' });
  const back = screen.getByRole('button', { name: 'Вернуть на доработку' });
  expect(back.dataset.variant).toBe('default');
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

it('says what is wrong when the case cannot be read', async () => {
  stubServer({ [`GET ${home}`]: () => refusal(404, 'applications.not_found', 'Такого дела нет') });
  open();
  expect(await screen.findByText('Такого дела нет')).toBeTruthy();
});

it('says that the signed application is outdated once the data were changed after printing', async () => {
  serve({ ...applicationOf(), papers: { application: 'outdated', receipt: 'current' } });
  open();
  expect(await screen.findByText('Подписанные бумаги устарели')).toBeTruthy();
});

it('shows the papers that the receipt lists besides the checklist', async () => {
  const paper = { item: 'other-1', given: true, form: 'original', sheets: 2, copies: 1 } as const;
  serve(
    applicationOf({
      other_papers: [
        { ...paper, title: 'Справка о составе семьи' },
        { ...paper, item: 'other-2', given: false, title: 'Забранный договор' },
      ],
    }),
  );
  const { user } = open();
  await user.click(await screen.findByRole('link', { name: /Документы/ }));
  const papers = await screen.findByRole('region', { name: 'Бумаги не из перечня' });
  expect(papers.textContent).toContain('Справка о составе семьи');
  expect(papers.textContent).toContain('подлинник, 2 листа');
  expect(papers.textContent).not.toContain('Забранный');
});
