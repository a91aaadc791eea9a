// SPDX-License-Identifier: Apache-2.0
import { notifications } from '@mantine/notifications';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, expect, it, vi } from 'vitest';
import { sessionWith } from '@/test/people.ts';
import { renderUi } from '@/test/render.tsx';
import { type Asked, refusal, stubServer } from '@/test/server.ts';
import { versionSample } from './sample.ts';
import { VersionPage } from './version-page.tsx';

// A whole page is drawn many times: a busy machine needs its time.
vi.setConfig({ testTimeout: 30_000 });

afterEach(() => {
  vi.unstubAllGlobals();
  notifications.clean();
});

const home = '/api/v1/message-types/pension/versions/2';
const manager = ['message_types.view', 'message_types.manage'];

type Save = (asked: Asked) => ReturnType<typeof refusal>;

async function open(
  rights: string[],
  save: Save = () => ({ status: 500 }),
  more: Record<string, Save> = {},
) {
  const asked = stubServer({
    [`GET ${home}`]: () => ({ body: versionSample(), headers: { ETag: '"7"' } }),
    [`GET ${home}/sample`]: () => ({
      body: { data: { Snils: '112-233-445 95' }, xml: '<Request/>', table: [], errors: [] },
    }),
    [`PATCH ${home}`]: save,
    ...more,
  });
  const root = createRootRoute({ component: Outlet });
  const frame = createRoute({ getParentRoute: () => root, id: 'frame', component: Outlet });
  const page = createRoute({
    getParentRoute: () => frame,
    path: '/message-types/$name/$version',
    validateSearch: (search: { tab?: 'settings' | 'request' | 'response' }) => search,
    component: VersionPage,
  });
  const list = createRoute({
    getParentRoute: () => frame,
    path: '/message-types',
    component: () => <p>Список</p>,
  });
  const router = createRouter({
    routeTree: root.addChildren([frame.addChildren([page, list])]),
    history: createMemoryHistory({ initialEntries: ['/message-types/pension/2'] }),
  });
  await router.load();
  const { container } = renderUi(<RouterProvider router={router as never} />, {
    session: sessionWith(rights),
  });
  await screen.findByRole('heading', { name: 'Сведения о пенсии' });
  const steps = () => asked.filter(({ method }) => method !== 'GET');
  return { user: userEvent.setup(), router, container, steps };
}

// Pasted: a key at a time draws the whole page again and again.
async function label(user: ReturnType<typeof userEvent.setup>, text: string) {
  await user.click(screen.getByLabelText('Подпись поля'));
  await user.paste(text);
}

it('corrects a label and the order by keyboard, shows both at once and keeps them', async () => {
  const { user, steps } = await open(manager, (asked) => ({
    body: versionSample(asked.body as object),
    headers: { ETag: '"8"' },
  }));
  screen.getByRole('listbox', { name: 'Поля' }).focus();
  await user.keyboard('{ArrowDown}{Alt>}{ArrowUp}{/Alt}');
  await label(user, 'Дата рождения');
  const options = screen.getAllByRole('option').map(({ textContent }) => textContent);
  expect(options).toEqual(['Дата рождения', 'Snils']);
  const preview = screen.getByRole('region', { name: 'Предпросмотр' });
  expect(await within(preview).findByLabelText('Дата рождения')).toBeTruthy();

  await user.click(screen.getByRole('button', { name: 'Сохранить' }));
  expect(await screen.findByText('Всё сохранено')).toBeTruthy();
  const [step] = steps();
  expect(step?.headers.get('If-Match')).toBe('"7"');
  expect(step?.body).toEqual({
    request: {
      fields: { BirthDate: { title: 'Дата рождения' } },
      order: { '': ['BirthDate', 'Snils'] },
    },
  });
});

it('tells that somebody else has changed the draft and keeps what was typed', async () => {
  const { user } = await open(manager, () => refusal(412, 'request.stale', 'Изменено'));
  await label(user, 'СНИЛС');
  await user.click(screen.getByRole('button', { name: 'Сохранить' }));
  expect(await screen.findByText('Черновик изменили в другом месте')).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>('Подпись поля').value).toBe('СНИЛС');
});

it('names the field a refusal is about', async () => {
  const { user } = await open(manager, () => ({
    status: 422,
    body: {
      status: 422,
      code: 'input.invalid',
      title: 'Проверьте',
      fields: [{ pointer: '/request/fields/Snils/hidden', code: 'x', title: 'Поле обязательно' }],
    },
  }));
  await user.click(screen.getByLabelText('Не показывать в форме'));
  await user.click(screen.getByRole('button', { name: 'Сохранить' }));
  expect(await screen.findByText('Запрос, Snils: Поле обязательно')).toBeTruthy();
});

it('asks before unsaved changes are left behind, not between its own tabs', async () => {
  const { user, router } = await open(manager);
  await label(user, 'СНИЛС');
  await user.click(screen.getByRole('link', { name: 'Ответ' }));
  await user.click(screen.getByRole('link', { name: 'Запрос' }));
  expect((await screen.findByLabelText<HTMLInputElement>('Подпись поля')).value).toBe('СНИЛС');
  void router.navigate({ to: '/message-types' } as never);
  expect(await screen.findByText('Уйти без сохранения?')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Отмена' }));
  expect(screen.queryByText('Список')).toBeNull();
});

it('is only to read for who may not manage', async () => {
  await open(['message_types.view']);
  expect(screen.queryByRole('button', { name: 'Сохранить' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Опубликовать' })).toBeNull();
  expect(screen.getByRole('button', { name: 'Скачать ZIP' })).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>('Подпись поля')).toHaveProperty('disabled', false);
  expect(screen.getByLabelText('Подпись поля').closest('fieldset')?.disabled).toBe(true);
});

it('has no barriers', async () => {
  const { container } = await open(manager);
  await screen.findByRole('region', { name: 'Предпросмотр' });
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false } },
  });
  expect(violations.map(({ id }) => id)).toEqual([]);
});

it('says before a version is withdrawn which one operators get then', async () => {
  const published = { ...versionSample(), state: 'published' as const };
  const versions = [published, { ...published, version: 1 }];
  const { user } = await open(manager, undefined, {
    [`GET ${home}`]: () => ({ body: published, headers: { ETag: '"7"' } }),
    'GET /api/v1/message-types/pension': () => ({ body: { name: 'pension', versions } }),
  });
  await user.click(await screen.findByRole('button', { name: 'Отозвать' }));
  const dialog = await screen.findByRole('dialog');
  expect(dialog.textContent).toContain('Операторам будет предлагаться опубликованная версия 1.');
});

it('shows as required what the schema wants, and does not let it be taken back', async () => {
  const form = { ...versionSample().request_form, required: ['Snils'] };
  await open(manager, undefined, {
    [`GET ${home}`]: () => ({
      body: versionSample({ request_form: form as never }),
      headers: { ETag: '"7"' },
    }),
  });
  const required = screen.getByLabelText<HTMLInputElement>('Обязательное');
  expect(required.checked).toBe(true);
  expect(required.disabled).toBe(true);
  expect(screen.getByText('Требует схема')).toBeTruthy();
});

it('does not publish what goes to nobody and says what is missing', async () => {
  const { user } = await open(manager, undefined, {
    [`GET ${home}`]: () => ({
      body: versionSample({ agency: { code: '', name: '' } }),
      headers: { ETag: '"7"' },
    }),
  });
  const publish = screen.getByRole('button', { name: 'Опубликовать' });
  expect(publish.getAttribute('aria-disabled') ?? publish.hasAttribute('disabled')).toBeTruthy();
  await user.hover(publish);
  expect(await screen.findByText(/укажите ведомство и его код/)).toBeTruthy();
});

it('does not look editable once published, and offers a new version', async () => {
  const published = versionSample({ state: 'published' });
  await open(manager, undefined, {
    [`GET ${home}`]: () => ({ body: published, headers: { ETag: '"7"' } }),
  });
  expect(screen.getByText('Эту версию изменить нельзя')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Создать новую версию' })).toBeTruthy();
  expect(screen.getByLabelText('Подпись поля').closest('[class*=readOnly]')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Сохранить' })).toBeNull();
});
