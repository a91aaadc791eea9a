// SPDX-License-Identifier: Apache-2.0
import { notifications } from '@mantine/notifications';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { sessionWith } from '@/test/people.ts';
import { renderUi } from '@/test/render.tsx';
import { type Asked, type Handler, refusal, stubServer } from '@/test/server.ts';
import { PackagePage } from './package-page.tsx';
import { caseOf, packageOf, runOf } from './package-sample.ts';
import type { Package } from './packages.ts';
import { RunPage } from './run-page.tsx';

vi.setConfig({ testTimeout: 20_000 });
afterEach(() => {
  vi.unstubAllGlobals();
  notifications.clean();
  localStorage.clear();
});

function open(node: ReactNode) {
  const root = createRootRoute();
  const page = createRoute({ getParentRoute: () => root, path: '/', component: () => node });
  const others = ['/cases/$id', '/packages/$id', '/courier-runs/$id'].map((path) =>
    createRoute({ getParentRoute: () => root, path, component: () => null }),
  );
  const router = createRouter({
    routeTree: root.addChildren([page, ...others]),
    history: createMemoryHistory({ initialEntries: ['/'] }),
  });
  renderUi(<RouterProvider router={router as never} />, {
    session: sessionWith(['packages.manage']),
  });
  return userEvent.setup();
}

// As quick hands: at once.
async function paste(user: ReturnType<typeof userEvent.setup>, field: HTMLElement, text: string) {
  await user.click(field);
  await user.paste(text);
}

const home = '/api/v1/packages/p1';
const stale = () => refusal(412, 'request.stale', 'Изменил другой');

// The server with one package: what it says to a step is up to the test; a step on an old version is refused.
function serve(
  first: Package,
  steps: (change: (part: Partial<Package>) => Package) => Record<string, Handler>,
) {
  let pack = first;
  const change = (part: Partial<Package>) => {
    pack = { ...pack, ...part, version: pack.version + 1 };
    return pack;
  };
  const guarded = Object.entries(steps(change)).map(([name, answer]): [string, Handler] => [
    name,
    (asked) => (asked.headers.get('If-Match') === `"${pack.version}"` ? answer(asked) : stale()),
  ]);
  const asked = stubServer({
    [`GET ${home}`]: () => ({ body: pack }),
    ...Object.fromEntries(guarded),
  });
  return {
    // What a colleague does meanwhile.
    change,
    steps: () => asked.filter(({ method }) => method !== 'GET'),
  };
}

const numberOf = ({ body }: Asked) => (body as { number: string }).number;

describe('a package to an agency', () => {
  it('takes the numbers of a scanner one after another and says what became of each', async () => {
    const server = serve(packageOf(), (change) => ({
      [`POST ${home}/cases`]: (asked) => {
        const number = numberOf(asked);
        if (number === '0101-26-000009')
          return refusal(422, 'packages.case_elsewhere', 'Дело уже в пакете 0101-П-26-0001');
        const items = [
          caseOf('0101-26-000001'),
          caseOf(number, { applicant_name: 'Петров С. И.' }),
        ];
        return { body: change({ items }) };
      },
    }));
    const user = open(<PackagePage id="p1" />);
    const field = await screen.findByLabelText('Номер с расписки');
    // A colleague has changed it since it was read: adding goes on top of that.
    server.change({ waiting: 4 });
    await user.type(field, '0101-26-000007{Enter}0101-26-000009{Enter}');
    await screen.findByText('Добавлено: 0101-26-000007, Петров С. И.');
    await screen.findByText('0101-26-000009: Дело уже в пакете 0101-П-26-0001');
    expect(document.activeElement).toBe(field);
    expect(screen.getAllByRole('row')).toHaveLength(3);
  });

  it('gives back what was taken out', async () => {
    const one = caseOf('0101-26-000001');
    const server = serve(packageOf({ items: [one] }), (change) => ({
      [`DELETE ${home}/cases/${one.application_id}`]: () => ({ body: change({ items: [] }) }),
      [`POST ${home}/cases`]: () => ({ body: change({ items: [one] }) }),
    }));
    const user = open(<PackagePage id="p1" />);
    await user.click(await screen.findByRole('button', { name: /Убрать из пакета/ }));
    await screen.findByText(/В пакете пока пусто/);
    await user.click(await screen.findByRole('button', { name: 'Вернуть' }));
    await screen.findByRole('link', { name: one.number });
    expect(server.steps().at(-1)?.body).toEqual({ application_ids: [one.application_id] });
  });

  it('is not ready while a case of it can not go, and says so', async () => {
    const problem = 'В заявлении ошибки: 2';
    const server = serve(packageOf({ items: [caseOf('0101-26-000001', { problem })] }), () => ({}));
    const user = open(<PackagePage id="p1" />);
    const ready = await screen.findByRole('button', { name: 'Пакет готов' });
    screen.getByText(problem);
    expect(ready.getAttribute('aria-description')).toMatch(/1 дело с замечанием/);
    await user.click(ready);
    expect(server.steps()).toEqual([]);
  });

  it('says what its cases lack, as the sending of an electronic one does, and asks before it is ready', async () => {
    const items = [
      caseOf('0101-26-000001', {
        papers: { application: 'none', receipt: 'current' },
        unasked: [
          { code: 'fee', title: 'Сведения о пошлине' },
          { code: 'income', title: 'Справка о доходах' },
        ],
        inquiries_waiting: 2,
        executor_name: 'Белов Л. И.',
      }),
    ];
    const server = serve(packageOf({ items }), (change) => ({
      [`POST ${home}/readiness`]: () => ({ body: change({ state: 'ready', actions: [] }) }),
    }));
    const user = open(<PackagePage id="p1" askable={new Set(['fee'])} />);
    await screen.findByText('Ведёт Белов Л. И.');
    screen.getByText('Напечатаны не все бумаги');
    screen.getByText('Не запрошен 1 документ: Сведения о пошлине');
    screen.getByText('Не хватает 1 документа, через СМЭВ здесь не запросить: Справка о доходах');
    await user.click(screen.getByRole('button', { name: 'Пакет готов' }));
    const dialog = await screen.findByRole('dialog', { name: 'В пакете не всё готово' });
    for (const line of ['В 1 деле напечатаны не все бумаги', 'Нет ответа на 2 запроса'])
      within(dialog).getByText(line);
    expect(server.steps()).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: 'Подготовить как есть' }));
    await screen.findByText('Пакет подготовлен: теперь его можно отдать курьеру');
  });

  it('is taken by the agency but for what it gave back, each with its reason', async () => {
    const items = [caseOf('0101-26-000001'), caseOf('0101-26-000002')];
    const sent = packageOf({ items, state: 'sent', actions: ['deliver', 'print'] });
    const server = serve(sent, (change) => ({
      [`POST ${home}/delivery`]: () => ({ body: change({ state: 'delivered', actions: [] }) }),
    }));
    const user = open(<PackagePage id="p1" />);
    await user.click(await screen.findByRole('button', { name: 'Принято ведомством' }));
    const dialog = within(await screen.findByRole('dialog'));
    await paste(user, dialog.getByLabelText(/Входящий номер/), '15-вх');
    await user.click(dialog.getByRole('checkbox', { name: /000002/ }));
    const note = dialog.getByRole('button', { name: 'Записать: принято 1 дело' });
    expect(note.hasAttribute('disabled')).toBe(true);
    await paste(user, dialog.getByLabelText(/Почему не приняло/), 'Нет подписи');
    // Twice before the screen is drawn anew, as quick hands do.
    act(() => {
      note.click();
      note.click();
    });
    await screen.findByText('Ведомство приняло 1 дело');
    expect(server.steps()).toHaveLength(1);
    expect(server.steps()[0]?.body).toMatchObject({
      incoming_number: '15-вх',
      not_taken: [{ application_id: items[1]?.application_id, reason: 'Нет подписи' }],
    });
    expect(server.steps()[0]?.method).toBe('POST');
  });

  it('has the mark of the agency put right, from what was written down', async () => {
    const items = [caseOf('0101-26-000001', { not_taken: 'Нет подписи' })];
    const mark = { received_on: '2026-11-25', incoming_number: '15-вх' };
    const delivered = packageOf({ items, state: 'delivered', actions: ['correct'], ...mark });
    const server = serve(delivered, (change) => ({
      [`PUT ${home}/delivery`]: () => ({ body: change({ corrected_at: '2026-11-26T10:00:00Z' }) }),
    }));
    const user = open(<PackagePage id="p1" />);
    await user.click(await screen.findByRole('button', { name: 'Исправить отметку' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('checkbox', { name: /000001/ }));
    await user.click(dialog.getByRole('button', { name: 'Исправить' }));
    await screen.findByText('Отметка исправлена');
    expect(server.steps()[0]?.body).toEqual({ ...mark, not_taken: [] });
    await screen.findByText(/Исправлено/);
  });
});

describe('a package from an agency', () => {
  const one = caseOf('0101-26-000001', {
    status: 'in_agency',
    outcome: { kind: 'granted', papers: [{ title: 'Свидетельство о рождении', sheets: 1 }] },
  });
  const place = `/cases/${one.application_id}`;
  const incoming = packageOf({
    direction: 'from_agency',
    items: [one],
    actions: ['edit', 'complete', 'dissolve'],
  });

  it('saves the decision as it is typed, shows at the field what is missing, and is taken in', async () => {
    const server = serve(incoming, (change) => ({
      [`PUT ${home}${place}`]: ({ body }) => ({
        body: change({ items: [{ ...one, outcome: body as typeof one.outcome }] }),
      }),
      [`POST ${home}/completion`]: () =>
        server.steps().filter(({ path }) => path.endsWith('/completion')).length > 1
          ? {
              body: change({
                state: 'done',
                actions: [],
                items: [{ ...one, status: 'awaiting_notice' }],
              }),
            }
          : {
              status: 422,
              body: {
                title: 'Проверьте отмеченные поля',
                status: 422,
                code: 'request.invalid',
                fields: [
                  { pointer: `${place}/decided_on`, title: 'Раньше дня отправки', code: 'x' },
                ],
              },
            },
    }));
    const user = open(<PackagePage id="p1" />);
    await user.click(await screen.findByRole('radio', { name: 'Отказ' }));
    // A refusal has its own paper instead of the result.
    expect(screen.getByLabelText<HTMLInputElement>('Название документа 1').value).toBe(
      'Уведомление об отказе',
    );
    await user.type(screen.getByLabelText(/Дата решения/), '25.11.2026');
    const takeIn = screen.getByRole('button', { name: 'Принять пакет' });
    const agree = async () => {
      await user.click(takeIn);
      const dialog = await screen.findByRole('dialog', { name: /Принять пакет/ });
      expect(dialog.textContent).toContain('отказов: 1');
      await user.click(within(dialog).getByRole('button', { name: 'Принять пакет' }));
    };
    await user.click(takeIn);
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('0101-26-000001, Причина отказа: Заполните это поле');
    expect(screen.queryByRole('dialog')).toBeNull();
    const why = screen.getByLabelText(/Причина отказа/);
    await user.click(within(alert).getByRole('button', { name: /Причина отказа/ }));
    expect(document.activeElement).toBe(why);
    expect(why.getAttribute('aria-invalid')).toBe('true');
    await paste(user, why, 'Документы недействительны');
    expect(why.getAttribute('aria-invalid')).not.toBe('true');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await agree();
    await screen.findByText(/0101-26-000001, Дата решения: Раньше дня отправки/);
    await user.type(
      screen.getByLabelText(/Дата решения/),
      '{Backspace}{Backspace}{Backspace}{Backspace}2026',
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await agree();
    await screen.findByText(/Пакет принят: 1 дело ждёт звонка/);
    expect(
      server
        .steps()
        .filter(({ method }) => method === 'PUT')
        .at(-1)?.body,
    ).toEqual({
      kind: 'refused',
      decided_on: '2026-11-25',
      text: 'Документы недействительны',
      papers: [{ title: 'Уведомление об отказе', sheets: 1 }],
    });
  });

  it('has the decision that was typed when a case taken out is given back', async () => {
    let outcome = one.outcome;
    const server = serve(incoming, (change) => ({
      [`PUT ${home}${place}`]: ({ body }) => {
        outcome = body as typeof outcome;
        return { body: change({ items: [{ ...one, outcome }] }) };
      },
      [`DELETE ${home}${place}`]: () => ({ body: change({ items: [] }) }),
      [`POST ${home}/cases`]: () => ({ body: change({ items: [one] }) }),
    }));
    const user = open(<PackagePage id="p1" />);
    await paste(user, await screen.findByLabelText('Номер решения'), '55-к');
    await screen.findByText(/Сохранено в/);
    await user.click(screen.getByRole('button', { name: /Убрать из пакета/ }));
    await user.click(await screen.findByRole('button', { name: 'Вернуть' }));
    const field = await screen.findByLabelText<HTMLInputElement>('Номер решения');
    await waitFor(() => expect(field.value).toBe('55-к'));
    expect(server.steps().at(-1)?.body).toMatchObject({ registration_number: '55-к' });
    expect(screen.queryByText(/изменили в другом окне/)).toBeNull();
  });

  it('takes over the day of the case above, and wants neither day nor papers of what came back unconsidered', async () => {
    const two = { ...one, application_id: 'a2', number: '0101-26-000002' };
    const server = serve({ ...incoming, items: [one, two] }, (change) =>
      Object.fromEntries(
        [one, two].map(({ application_id }) => [
          `PUT ${home}/cases/${application_id}`,
          () => ({ body: change({}) }),
        ]),
      ),
    );
    const user = open(<PackagePage id="p1" />);
    const card = async (number: string) =>
      within(await screen.findByRole('region', { name: number }));
    const first = await card(one.number);
    await user.type(first.getByLabelText(/Дата решения/), '25.11.2026');
    const second = await card(two.number);
    await user.click(second.getByRole('button', { name: 'Как выше: 25.11.2026' }));
    expect(second.getByLabelText<HTMLInputElement>(/Дата решения/).value).toBe('25.11.2026');
    await user.click(second.getByRole('radio', { name: 'Возвращено без рассмотрения' }));
    expect(second.queryByLabelText(/Дата решения/)).toBeNull();
    expect(second.queryByLabelText(/Название документа/)).toBeNull();
    await paste(user, second.getByLabelText(/Почему вернули/), 'Не та форма');
    await waitFor(() =>
      expect(server.steps().at(-1)?.body).toMatchObject({
        kind: 'unconsidered',
        text: 'Не та форма',
      }),
    );
  });

  it('has the papers of the result again when a refusal was a slip', async () => {
    serve(incoming, (change) => ({ [`PUT ${home}${place}`]: () => ({ body: change({}) }) }));
    const user = open(<PackagePage id="p1" />);
    await user.click(await screen.findByRole('radio', { name: 'Отказ' }));
    await user.click(screen.getByRole('radio', { name: 'Результат' }));
    expect(screen.getByLabelText<HTMLInputElement>('Название документа 1').value).toBe(
      'Свидетельство о рождении',
    );
  });
});

it('sends a run only with a named courier, and with what was left marked', async () => {
  const kept = packageOf({ id: 'p1', state: 'ready' });
  const left = packageOf({ id: 'p2', number: '0101-П-26-0005', state: 'ready', cases: 3 });
  let run = runOf({ items: [kept, left] });
  const asked = stubServer({
    'GET /api/v1/courier-runs/r1': () => ({ body: run }),
    'PUT /api/v1/courier-runs/r1': ({ body }) => {
      const { courier, package_ids } = body as { courier: string; package_ids: string[] };
      const all = [kept, left];
      run = {
        ...run,
        courier,
        version: run.version + 1,
        items: all.filter(({ id }) => package_ids.includes(id)),
        others: all.filter(({ id }) => !package_ids.includes(id)),
      };
      return { body: run };
    },
    'POST /api/v1/courier-runs/r1/dispatch': () => ({
      body: { ...run, state: 'sent', version: run.version + 1, actions: ['print'] },
    }),
  });
  const user = open(<RunPage id="r1" />);
  const send = await screen.findByRole('button', { name: 'Отправить с курьером' });
  expect(send.getAttribute('aria-description')).toBe('Назовите курьера');
  await paste(user, screen.getByLabelText(/^Курьер/), 'Лебедев П. К.');
  await user.click(screen.getByRole('checkbox', { name: 'Везёт пакет 0101-П-26-0005' }));
  await user.click(send);
  const dialog = await screen.findByRole('dialog', { name: 'Отправить с курьером?' });
  expect(dialog.textContent).toContain('Лебедев П. К.: 1 пакет, 1 дело');
  await user.click(within(dialog).getByRole('button', { name: 'Отправить с курьером' }));
  await screen.findByText('В пути');
  const put = asked.filter(({ method }) => method === 'PUT').at(-1);
  expect(put?.body).toEqual({ courier: 'Лебедев П. К.', package_ids: ['p1'] });
  const post = asked.find(({ method }) => method === 'POST');
  expect(post?.headers.get('If-Match')).toBe(`"${run.version}"`);
});
