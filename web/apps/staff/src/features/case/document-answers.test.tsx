// SPDX-License-Identifier: Apache-2.0
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderAtPage } from '@/test/render.tsx';
import { DocumentAnswers } from './document-answers.tsx';

const answer = {
  inquiry_id: 'i1',
  number: 'P/26/1',
  title: 'Запись акта',
  agency: 'ЕГР ЗАГС',
  at: '2026-11-26T09:00:00Z',
  has_data: true,
  subject: 'Петров Пётр',
};
const person = (name: string) => ({ name, answered: false, is_applicant: false });

it.each([
  { what: 'of whom it is asked about', persons: [person('Петров Пётр')], words: 'О ком' },
  { what: 'of another', persons: [person('Петров Павел')], words: 'О другом лице' },
  { what: 'of another, where a mark may say that it will do', words: 'отметьте документ' },
])('says of an answer $what', async ({ persons, words }) => {
  await renderAtPage(<DocumentAnswers answers={[answer]} persons={persons} />);
  expect((await screen.findByText(/Петров Пётр/)).textContent).toContain(words);
});
