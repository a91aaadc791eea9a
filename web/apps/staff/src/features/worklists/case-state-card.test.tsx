// SPDX-License-Identifier: Apache-2.0
import { screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { isCaseNumber } from '@/lib/case-number.ts';
import { renderAtPage } from '@/test/render.tsx';
import { refusal, stubServer } from '@/test/server.ts';
import { CaseStateCard } from './case-state-card.tsx';

afterEach(() => vi.unstubAllGlobals());

const path = 'GET /api/v1/application-states/0101-26-000034';
const state = {
  number: '0101-26-000034',
  service_name: 'Субсидия на оплату жилья',
  status: 'in_agency',
  branch_name: 'Центральный филиал',
  branch_address: 'ул. Мира, д. 5',
  planned_date: '2026-12-11',
  may_be_issued_here: false,
};

it.each([
  ['0101-26-000034', true],
  [' 0101-26-000034 ', true],
  ['0101-26', false],
  ['000034', false],
  ['Журавлёва', false],
  [undefined, false],
])('takes %j for a whole number: %j', (typed, whole) => {
  expect(isCaseNumber(typed)).toBe(whole);
});

it('tells another branch the state by the number, and opens nothing', async () => {
  stubServer({ [path]: () => ({ body: state }) });
  await renderAtPage(<CaseStateCard number="0101-26-000034" />);
  await screen.findByText('Центральный филиал, ул. Мира, д. 5');
  screen.getByText('В ведомстве');
  screen.getByText(/11 декабря 2026/);
  screen.getByText('Сейчас выдавать нечего');
  expect(screen.queryByRole('link')).toBeNull();
});

it('leads to the case who may see it', async () => {
  const body = { ...state, status: 'ready_to_issue', may_be_issued_here: true, id: 'a1' };
  stubServer({ [path]: () => ({ body }) });
  await renderAtPage(<CaseStateCard number="0101-26-000034" />);
  expect((await screen.findByRole('link')).getAttribute('href')).toBe('/cases/a1');
  screen.getByText('Результат можно выдать здесь');
});

it('says that nobody has such a number', async () => {
  stubServer({
    [path]: () => refusal(404, 'applications.number_unknown', 'Заявления с таким номером нет.'),
  });
  await renderAtPage(<CaseStateCard number="0101-26-000034" />);
  await screen.findByText('Заявления с таким номером нет.');
});
