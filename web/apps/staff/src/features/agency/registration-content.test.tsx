// SPDX-License-Identifier: Apache-2.0
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderUi } from '@/test/render.tsx';
import type { Registration } from './registration.ts';
import { RegistrationContent } from './registration-content.tsx';

const file = { content_type: 'application/pdf', size: 1000, source: 'center' as const };
const registration: Registration = {
  id: 'r1',
  number: '26-000001',
  center_number: '0101-26-000123',
  center_name: 'МФЦ области',
  status: 'in_work',
  version: 3,
  applicant: [{ code: 'citizenship', label: 'Гражданство', value: 'RUS' }],
  service_name: 'Субсидия',
  unit: { id: 'u1', name: 'Отдел субсидий' },
  form: [
    { code: '/area', label: 'Площадь', value: '54,5' },
    { code: '/members/0/name', label: 'Члены семьи — Член семьи 1 — Имя', value: 'Анна' },
  ],
  documents: [
    { code: 'identity', title: 'Паспорт', form: 'original', sheets: 2 },
    { code: 'student_paper', title: 'Справка об обучении', form: 'original', sheets: 1 },
  ],
  files: [
    { ...file, id: 'f1', item: 'identity', name: 'паспорт скан.pdf' },
    { ...file, id: 'f2', item: 'application', name: 'application.pdf', title: 'Заявление' },
  ],
  history: [],
  actions: [],
  received_at: '2026-11-26T08:05:00Z',
  signature: 'Подпись верна',
};

it('puts each scan beside its document and says which has none', () => {
  renderUi(<RegistrationContent registration={registration} />);
  const passport = screen.getByRole('row', { name: /Паспорт/ });
  expect(within(passport).getByText('паспорт скан.pdf')).toBeTruthy();
  const paper = screen.getByRole('row', { name: /Справка об обучении/ });
  expect(within(paper).getByText('образа нет')).toBeTruthy();
  const others = screen.getByRole('list', { name: 'Другие документы' });
  expect(within(others).queryByText('паспорт скан.pdf')).toBeNull();
  expect(within(others).getByText('Заявление')).toBeTruthy();
});

it('says what the center sent without and who has it', () => {
  const documents = [
    ...registration.documents,
    { code: 'income', title: 'Доходы', missing: true, source: 'ФНС России' },
  ];
  renderUi(<RegistrationContent registration={{ ...registration, documents }} />);
  const income = screen.getByRole('row', { name: /Доходы/ });
  expect(within(income).getByText(/Не приложено.*ФНС России/)).toBeTruthy();
  expect(within(income).queryByText('образа нет')).toBeNull();
});

it('shows the answers under the headings of the form', () => {
  const form = [
    { code: '/area', label: 'Площадь', value: '54,5', section: 'Жильё' },
    { code: '/rooms', label: 'Комнат', value: '2', section: 'Жильё' },
    { code: '/bank', label: 'Банк', value: 'Приречьебанк', section: 'Куда платить' },
  ];
  renderUi(<RegistrationContent registration={{ ...registration, form }} />);
  expect(screen.getAllByText('Жильё')).toHaveLength(1);
  expect(screen.getByText('Куда платить')).toBeTruthy();
});

it('names the country of which the center sends the code', () => {
  renderUi(<RegistrationContent registration={registration} />);
  expect(screen.getByText('Россия')).toBeTruthy();
});

it('shows the rows of a group as a table', () => {
  renderUi(<RegistrationContent registration={registration} />);
  const table = screen.getByRole('table', { name: 'Члены семьи' });
  expect(within(table).getByRole('columnheader', { name: 'Имя' })).toBeTruthy();
  expect(within(table).getByRole('cell', { name: 'Анна' })).toBeTruthy();
});
