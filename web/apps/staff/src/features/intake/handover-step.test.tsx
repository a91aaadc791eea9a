// SPDX-License-Identifier: Apache-2.0
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { renderAtPage } from '@/test/render.tsx';
import { stubServer } from '@/test/server.ts';
import { HandoverStep } from './handover-step.tsx';
import type { Application } from './queries.ts';

afterEach(() => vi.unstubAllGlobals());

type Papers = Application['papers'];
const current: Papers = { application: 'current', receipt: 'current' };

const photo = { code: 'photo', title: 'Фотография', given: true, documents: [] };

async function open(
  papers: Papers,
  saving: 'saved' | 'changed' = 'saved',
  service = { electronic: true },
  checklist: object[] = [],
) {
  const application = {
    id: 'a1',
    version: 3,
    status: 'intake',
    number: '1',
    papers,
    service,
    checklist,
    documents: [],
  };
  const asked = stubServer({
    'GET /api/v1/applications/a1': () => ({ body: application }),
    'POST /api/v1/applications/a1/handover': () => ({
      body: { ...application, status: 'processing' },
    }),
  });
  const printed = vi.fn();
  vi.stubGlobal('open', printed);
  const draft = { state: { kind: saving }, flush: async () => true, version: () => 4 } as never;
  await renderAtPage(
    <HandoverStep application={application as never} draft={draft} onDone={() => undefined} />,
  );
  const handed = () => asked.filter(({ method }) => method === 'POST');
  return { handed, printed, user: userEvent.setup() };
}

const button = (name: string) => screen.getByRole('button', { name });

it('hands over what the page shows, without a question when the papers are in order', async () => {
  const { handed, user } = await open(current);
  await user.keyboard('{F9}');
  await vi.waitFor(() => expect(handed()).toHaveLength(1));
  expect(handed()[0]?.headers.get('If-Match')).toBe('"4"');
});

it.each([
  ['outdated', 'Подписанные бумаги устарели'],
  ['none', 'Напечатаны не все бумаги'],
] as const)('asks before papers go that are %s', async (receipt, title) => {
  const { handed, user } = await open({ ...current, receipt });
  screen.getByText(title);
  await user.click(button('Передать на обработку'));
  const question = await screen.findByRole('dialog', { name: title });
  // In the words of the page.
  const said = screen.getByRole('alert').textContent?.replace(title, '');
  expect(question.textContent).toContain(`${said} Передать дело как есть?`);
  await user.click(within(question).getByRole('button', { name: 'Отмена' }));
  expect(handed()).toEqual([]);
  await user.keyboard('{F9}');
  await user.click(await screen.findByRole('button', { name: 'Передать всё равно' }));
  await vi.waitFor(() => expect(handed()).toHaveLength(1));
});

it('shows at the buttons which papers are printed', async () => {
  await open({ ...current, receipt: 'none' });
  expect(button('Напечатать заявление').title).toBe('Напечатано, с тех пор ничего не изменилось');
  expect(button('Напечатать расписку').title).toBe('');
});

it('prints here too, by key and by button', async () => {
  const { printed, user } = await open({ application: 'outdated', receipt: 'outdated' });
  await user.keyboard('{F6}');
  await user.click(button('Напечатать расписку'));
  expect(printed.mock.calls.map(([url]) => url)).toEqual([
    '/api/v1/applications/a1/print/application',
    '/api/v1/applications/a1/print/receipt',
  ]);
});

it('neither prints nor hands over while two texts wait for a choice', async () => {
  const { handed, printed, user } = await open(current, 'changed');
  await user.keyboard('{F6}{F9}');
  expect(button('Передать на обработку')).toHaveProperty('disabled', true);
  expect(button('Напечатать заявление')).toHaveProperty('disabled', true);
  screen.getByText(/Сначала выберите/);
  expect(printed).not.toHaveBeenCalled();
  expect(handed()).toEqual([]);
});

it('says before the handover how a service on paper travels', async () => {
  await open(current, 'saved', { electronic: false });
  screen.getByText('Эта услуга идёт в ведомство на бумаге');
  screen.getByText(/курьер отвезёт в ведомство и привезёт результат в филиал/);
});

it('says while the applicant is here which papers the agency will not see', async () => {
  await open(current, 'saved', { electronic: true }, [photo]);
  screen.getByText('У 1 отмеченного документа нет скана');
  screen.getByText('Фотография');
});
