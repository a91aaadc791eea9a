// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { sessionWith } from '@/test/people.ts';
import { renderAtPage } from '@/test/render.tsx';
import { stubServer } from '@/test/server.ts';
import GlobalSearch from './global-search.tsx';

function Opener() {
  const [opens, setOpens] = useState(0);
  return (
    <>
      <button type="button" onClick={() => setOpens(opens + 1)}>
        найти
      </button>
      {opens > 0 && <GlobalSearch opens={opens} />}
    </>
  );
}

const searchBox = () => screen.findByRole('textbox', { name: 'Поиск по всему' });

describe('GlobalSearch', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('looks only where the person may look, and shows what is found', async () => {
    const asked = stubServer({
      'GET /api/v1/applicants': () => ({
        body: {
          items: [
            {
              id: 'p1',
              kind: 'person',
              display_name: 'Иванова Анна',
              masked_document: 'паспорт •567',
            },
          ],
        },
      }),
      'GET /api/v1/services': () => ({ body: { items: [] } }),
    });
    const session = sessionWith(['applicants.view', 'services.view']);
    await renderAtPage(<Opener />, { session });
    await userEvent.click(screen.getByRole('button', { name: 'найти' }));
    await userEvent.type(await searchBox(), 'ива');
    const found = await screen.findByRole('button', { name: /Иванова Анна/ });
    expect(found.textContent).toContain('паспорт •567');
    expect(new Set(asked.map(({ path }) => path))).toEqual(
      new Set(['/api/v1/applicants', '/api/v1/services']),
    );
  });

  it('finds an inquiry by its number, with the letter of either alphabet', async () => {
    const asked = stubServer({
      'GET /api/v1/inquiries': () => ({
        body: { items: [{ id: 'i1', number: 'P/26/23', title: 'ИНН', addressee: 'ФНС' }] },
      }),
    });
    await renderAtPage(<Opener />, { session: sessionWith(['inquiries.view']) });
    await userEvent.click(screen.getByRole('button', { name: 'найти' }));
    await userEvent.type(await searchBox(), 'р/26/23');
    await screen.findByRole('button', { name: /P\/26\/23/ });
    const count = asked.length;
    await userEvent.clear(await searchBox());
    await userEvent.type(await searchBox(), 'Романова');
    await screen.findByText(/Ничего не нашлось/);
    expect(asked).toHaveLength(count);
  });

  it('opens the first of what was found with Enter', async () => {
    stubServer({
      'GET /api/v1/applicants': () => ({
        body: { items: [{ id: 'p1', kind: 'person', display_name: 'Иванова Анна' }] },
      }),
    });
    await renderAtPage(<Opener />, { session: sessionWith(['applicants.view']) });
    await userEvent.click(screen.getByRole('button', { name: 'найти' }));
    await userEvent.type(await searchBox(), 'ива');
    await screen.findByRole('button', { name: /Иванова Анна/ });
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByRole('textbox')).toBeNull());
  });

  it('asks nothing for one character and says so', async () => {
    const asked = stubServer({});
    await renderAtPage(<Opener />, { session: sessionWith(['applicants.view']) });
    await userEvent.click(screen.getByRole('button', { name: 'найти' }));
    await userEvent.type(await searchBox(), 'и');
    expect(await screen.findByText('Введите хотя бы два знака')).toBeDefined();
    expect(asked).toEqual([]);
  });

  it('closes with Escape and opens again', async () => {
    stubServer({});
    await renderAtPage(<Opener />, { session: sessionWith([]) });
    await userEvent.click(screen.getByRole('button', { name: 'найти' }));
    await userEvent.type(await searchBox(), '{Escape}');
    await waitFor(() => expect(screen.queryByRole('textbox')).toBeNull());
    await userEvent.click(screen.getByRole('button', { name: 'найти' }));
    expect(await searchBox()).toBeDefined();
  });

  describe('the number of a receipt', () => {
    const state = {
      number: '0101-26-000030',
      status: 'ready_to_issue',
      service_name: 'Единое пособие',
      branch_name: 'Центральный филиал',
      branch_address: 'ул. Мира, д. 5',
      id: 'c30',
      may_be_issued_here: true,
    };
    const search = async (own: object[]) => {
      stubServer({
        'GET /api/v1/applications': () => ({ body: { items: own } }),
        'GET /api/v1/application-states/0101-26-000030': () => ({ body: state }),
      });
      await renderAtPage(<Opener />, { session: sessionWith(['applications.view']) });
      await userEvent.click(screen.getByRole('button', { name: 'найти' }));
      await userEvent.click(await searchBox());
      await userEvent.paste('0101-26-000030');
    };

    it('finds a case of another branch whose result is handed out here', async () => {
      await search([]);
      const found = await screen.findByRole('button', { name: /0101-26-000030/ });
      expect(found.textContent).toContain('результат можно выдать здесь');
    });

    it('shows a case of the own branch once', async () => {
      const row = { id: 'c30', number: '0101-26-000030', applicant_name: 'Иванова Анна' };
      await search([row]);
      await screen.findByRole('button', { name: /Иванова Анна/ });
      expect(screen.getAllByRole('button', { name: /0101-26-000030/ })).toHaveLength(1);
    });
  });
});
