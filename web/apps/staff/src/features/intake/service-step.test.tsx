// SPDX-License-Identifier: Apache-2.0
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { renderAtPage } from '@/test/render.tsx';
import { ServiceStep } from './service-step.tsx';

afterEach(() => vi.unstubAllGlobals());

const service = (code: string, short_name: string) => ({
  code,
  short_name,
  name: short_name,
  agency: { code: 'a', name: 'Ведомство' },
  applicant_kinds: ['person'],
  electronic: true,
  term_text: '10 дней',
  fee_text: 'без пошлины',
  favourite: false,
});
const all = [service('passport', 'Паспорт'), service('egrn', 'Выписка из ЕГРН')];

// A server that finds by the words asked for, and answers a search only when told to.
function slowServer() {
  const drafts: unknown[] = [];
  let letGo: () => void = () => undefined;
  vi.stubGlobal('fetch', async (request: Request) => {
    const url = new URL(request.url);
    const q = url.searchParams.get('q');
    const answer = (body: unknown) => Response.json(body);
    if (request.method === 'POST') {
      drafts.push(await request.json());
      return answer({ id: 'd1' });
    }
    if (url.pathname === '/api/v1/applicants/p1') return answer({ id: 'p1', kind: 'person' });
    if (url.pathname !== '/api/v1/services') return answer({ items: [] });
    if (q) await new Promise<void>((resolve) => (letGo = resolve));
    return answer({ items: q ? all.filter(({ code }) => code === 'egrn') : all });
  });
  return { drafts, answerSearch: () => letGo() };
}

async function open() {
  const server = slowServer();
  await renderAtPage(<ServiceStep applicantId="p1" onDraft={() => undefined} />);
  await screen.findByText('Паспорт');
  return { ...server, user: userEvent.setup() };
}

it('begins what was typed, however fast Enter follows the last letter', async () => {
  const { drafts, answerSearch, user } = await open();
  await user.keyboard('егрн{Enter}');
  await vi.waitFor(() => {
    answerSearch();
    expect(drafts).toEqual([{ applicant_id: 'p1', service_code: 'egrn' }]);
  });
});

it.each([
  ['', 'passport'],
  ['{ArrowDown}', 'passport'],
  ['{ArrowDown}{ArrowDown}', 'egrn'],
  ['{ArrowDown}{ArrowDown}{ArrowDown}{ArrowUp}', 'passport'],
  ['{ArrowDown}{ArrowDown}{ArrowUp}{ArrowUp}{ArrowUp}{ArrowDown}', 'passport'],
])('walks from the box to the first of the list: %s takes %s', async (keys, service_code) => {
  const { drafts, user } = await open();
  await user.keyboard(`${keys}{Enter}`);
  await vi.waitFor(() => expect(drafts).toEqual([{ applicant_id: 'p1', service_code }]));
});

it('says what the arrows have chosen', async () => {
  const { user } = await open();
  expect(screen.getByRole('status').textContent).toBe('');
  await user.keyboard('{ArrowDown}{ArrowDown}');
  expect(screen.getByRole('status').textContent).toBe('Выписка из ЕГРН');
});

it('forgets an Enter that was typed on after', async () => {
  const { drafts, answerSearch, user } = await open();
  await user.keyboard('егр{Enter}н');
  await vi.waitFor(() => {
    answerSearch();
    expect(screen.queryByText('Паспорт')).toBeNull();
  });
  expect(drafts).toEqual([]);
});
