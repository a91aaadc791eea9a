// SPDX-License-Identifier: Apache-2.0
import type { Data } from '@okno/forms-core/schema';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { sessionWith } from '@/test/people.ts';
import { renderAtPage } from '@/test/render.tsx';
import { stubServer } from '@/test/server.ts';
import type { CardValue } from './card-values.ts';
import { FillButton } from './fill-button.tsx';
import { answeredOf, inquiryOf } from './inquiry-sample.ts';

vi.setConfig({ testTimeout: 20_000 });
afterEach(() => vi.unstubAllGlobals());

const filler = {
  type: 'snils-by-data',
  title: 'СНИЛС по данным человека',
  agency: 'СФР',
  gives: ['applicant.snils'],
  needs: ['last_name', 'first_name', 'birth_date', 'sex'],
  kinds: ['person', 'entrepreneur'],
};
const register = {
  type: 'egrul-extract',
  title: 'Выписка из ЕГРЮЛ',
  agency: 'ФНС',
  gives: ['applicant.ogrn', 'applicant.full_name'],
  needs: ['ogrn'],
  kinds: ['legal_entity'],
};
const fillers = { 'GET /api/v1/card-fillers': () => ({ body: { items: [filler] } }) };
const session = sessionWith(['inquiries.send']);
const known: Data = { last_name: 'Иванова', first_name: 'Анна', sex: 'female' };

async function openDrawer() {
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Заполнить по СНИЛС' }));
  const name = 'Заполнить по СНИЛС';
  // Its part of the program is read when it is opened.
  return { user, drawer: await screen.findByRole('dialog', { name }, { timeout: 10_000 }) };
}

it('asks with what is known and says what the agency still wants', async () => {
  const fields = [{ pointer: '/person/birth_date', code: 'field.required', title: 'Заполните' }];
  const asked = stubServer({
    ...fillers,
    'POST /api/v1/person-inquiries': () => ({
      status: 422,
      body: { title: 'Проверьте', status: 422, code: 'input.invalid', fields },
    }),
  });
  await renderAtPage(<FillButton person={known} applicantId="a1" />, { session });
  const { user, drawer } = await openDrawer();
  await user.click(await within(drawer).findByRole('button', { name: 'Запросить' }));
  const summary = await within(drawer).findByRole('alert');
  expect(within(summary).getByRole('link', { name: 'Дата рождения' })).toBeTruthy();
  const post = asked.find(({ method }) => method === 'POST');
  expect(post?.body).toEqual({ applicant_id: 'a1', person: known });
});

it('shows how far the answer is, lets the person go on, and fills a new card with what is agreed to', async () => {
  const server = { inquiry: inquiryOf({ state: 'sent', applicant_id: undefined }) };
  stubServer({
    ...fillers,
    'POST /api/v1/person-inquiries': () => ({ status: 201, body: server.inquiry }),
    'GET /api/v1/inquiries/i1': () => ({ body: server.inquiry }),
    'GET /api/v1/inquiries/i1/card-comparison': () => ({
      body: {
        values: [
          { path: 'applicant.snils', label: 'СНИЛС', offered: '11223344595', differs: true },
          { path: 'applicant.first_name', label: 'Имя', offered: 'АННА', differs: true },
        ],
      },
    }),
  });
  const filled: CardValue[][] = [];
  const person = { ...known, birth_date: '1961-03-12' };
  const { queries } = await renderAtPage(
    <FillButton person={person} onFill={(values) => filled.push(values)} />,
    { session },
  );
  const { user, drawer } = await openDrawer();
  await user.click(await within(drawer).findByRole('button', { name: 'Запросить' }));
  await within(drawer).findByText(/Запрос принят СМЭВ/);
  await user.click(within(drawer).getByRole('button', { name: 'Работать дальше' }));
  await screen.findByRole('button', { name: 'Ждём ответ…' });

  server.inquiry = answeredOf({ applicant_id: undefined });
  await queries.invalidateQueries({ queryKey: ['inquiry'] });
  await user.click(await screen.findByRole('button', { name: 'Ответ пришёл' }));
  // The name is the same but for its case: one field is left to agree to.
  await user.click(await screen.findByRole('button', { name: 'Перенести 1 поле в карточку' }));
  await waitFor(() => expect(filled).toHaveLength(1));
  expect(filled[0]?.map(({ path }) => path)).toEqual(['applicant.snils']);
});

it('says what to do when nobody can be asked, and is not offered without the right', async () => {
  stubServer({ 'GET /api/v1/card-fillers': () => ({ body: { items: [] } }) });
  const { unmount } = await renderAtPage(<FillButton person={known} />, { session });
  const { drawer } = await openDrawer();
  await within(drawer).findByText(/Обратитесь к администратору/);
  unmount();
  await renderAtPage(<FillButton person={known} />, { session: sessionWith([]) });
  expect(screen.queryByRole('button', { name: 'Заполнить по СНИЛС' })).toBeNull();
});

it('offers of an empty card what that kind of applicant has, and names what is missing in words', async () => {
  const fields = [{ pointer: '/person/ogrn', code: 'field.required', title: 'Заполните' }];
  const asked = stubServer({
    'GET /api/v1/card-fillers': () => ({ body: { items: [filler, register] } }),
    'POST /api/v1/person-inquiries': () => ({
      status: 422,
      body: { title: 'Проверьте', status: 422, code: 'input.invalid', fields },
    }),
  });
  const { unmount } = await renderAtPage(<FillButton person={{ kind: 'person' }} />, { session });
  const { user, drawer } = await openDrawer();
  await user.click(await within(drawer).findByRole('combobox', { name: 'У кого спросить' }));
  const offered = screen
    .getAllByRole('option', { hidden: true })
    .map(({ textContent }) => textContent);
  expect(offered).toEqual([
    'Того, кто знает больше полей (выберет программа)',
    'СНИЛС по данным человека (СФР)',
  ]);
  expect(within(drawer).queryByLabelText(/ОГРН/)).toBeNull();
  unmount();

  await renderAtPage(<FillButton person={{ kind: 'legal_entity' }} />, { session });
  await user.click(await screen.findByRole('button', { name: 'Заполнить по ОГРН' }));
  const other = await screen.findByRole('dialog', { name: 'Заполнить по ОГРН' });
  await user.click(await within(other).findByRole('button', { name: 'Запросить' }));
  const summary = await within(other).findByRole('alert');
  expect(summary.textContent).toContain('ОГРН');
  expect(summary.textContent).not.toContain('/ogrn');
  expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({
    person: { kind: 'legal_entity' },
  });
});

it('does not fill the card of the next visitor with the answer about the one before', async () => {
  stubServer({
    ...fillers,
    'POST /api/v1/person-inquiries': () => ({
      status: 201,
      body: answeredOf({ applicant_id: undefined }),
    }),
    'GET /api/v1/inquiries/i1': () => ({ body: answeredOf({ applicant_id: undefined }) }),
    'GET /api/v1/inquiries/i1/card-comparison': () => ({
      body: {
        values: [
          { path: 'applicant.snils', label: 'СНИЛС', offered: '11223344595', differs: true },
        ],
      },
    }),
  });
  function Desk() {
    const [person, setPerson] = useState<Data>({ ...known, birth_date: '1961-03-12' });
    return (
      <>
        <button type="button" onClick={() => setPerson({ last_name: 'Петров' })}>
          Следующий
        </button>
        <FillButton person={person} onFill={() => undefined} />
      </>
    );
  }
  await renderAtPage(<Desk />, { session });
  const { user, drawer } = await openDrawer();
  await user.click(await within(drawer).findByRole('button', { name: 'Запросить' }));
  await within(drawer).findByRole('button', { name: 'Перенести 1 поле в карточку' });
  await user.keyboard('{Escape}');
  await user.click(await screen.findByRole('button', { name: 'Следующий' }));
  await user.click(await screen.findByRole('button', { name: 'Ответ пришёл' }));
  const warning = await screen.findByRole('alert');
  expect(warning.textContent).toContain('Иванова Анна');
  expect(screen.queryByRole('button', { name: /Перенести/ })).toBeNull();
  await user.click(within(warning).getByRole('button', { name: 'Всё равно показать' }));
  await screen.findByRole('button', { name: 'Перенести 1 поле в карточку' });
});
