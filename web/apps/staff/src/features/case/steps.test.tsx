// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { refusal } from '@/test/server.ts';
import type { Application } from './application.ts';
import { applicationOf } from './application-sample.ts';
import { home, open, serve } from './case-page-harness.tsx';

it('returns a case for rework with a reason and a term', async () => {
  const application = applicationOf({ actions: [{ action: 'rework', allowed: true }] });
  const server = serve(application, `POST ${home}/rework`, () => {
    server.application = applicationOf({
      status: 'rework',
      rework: { reason: 'Нет подписи', until: '2026-11-30' },
    });
    return { body: server.application };
  });
  const { user } = open();
  await user.click(await screen.findByRole('button', { name: 'Вернуть на доработку' }));
  const dialog = await screen.findByRole('dialog');
  const submit = within(dialog).getByRole('button', { name: 'Вернуть' });
  expect(submit).toHaveProperty('disabled', true);
  await user.type(within(dialog).getByLabelText(/Что исправить/), 'Нет подписи');
  await user.click(submit);
  expect(await screen.findByText('до 30 ноября 2026 г.')).toBeTruthy();
  expect(server.steps()[0]?.body).toEqual({ reason: 'Нет подписи', term_days: 5 });
});

it('offers no more days of rework than the service has left, and says when it would be late', async () => {
  const application = applicationOf({
    days_left: 2,
    actions: [{ action: 'rework', allowed: true }],
  });
  serve(application);
  const { user } = open();
  await user.click(await screen.findByRole('button', { name: 'Вернуть на доработку' }));
  const days = await screen.findByLabelText<HTMLInputElement>('Срок, рабочих дней');
  expect(days.value).toBe('2');
  expect(screen.queryByText(/позже срока услуги/)).toBeNull();
  await user.clear(days);
  await user.type(days, '3');
  await screen.findByText(/позже срока услуги \(4.декабря.2026.г\.\)/);
});

it('refuses intake once a ground is chosen and the reason written, and offers the notice', async () => {
  const application = applicationOf({
    status: 'intake',
    actions: [{ action: 'refuse', allowed: true }],
  });
  const server = serve(application, `POST ${home}/intake-refusal`, () => {
    server.application = applicationOf({
      status: 'refused_intake',
      intake_refusal: { ground: 'damaged_documents', reason: 'Нет второй страницы' },
    });
    return { body: server.application };
  });
  const { user } = open();
  await user.click(await screen.findByRole('button', { name: 'Ещё' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Отказать в приёме' }));
  const dialog = await screen.findByRole('dialog');
  const submit = within(dialog).getByRole('button', { name: 'Отказать' });
  await user.type(within(dialog).getByLabelText(/Что именно не так/), 'Нет второй страницы');
  expect(submit).toHaveProperty('disabled', true);
  await user.click(within(dialog).getByRole('radio', { name: /повреждены/ }));
  await user.click(submit);
  const next = await screen.findByRole('region', { name: 'Что дальше' });
  await waitFor(() => expect(next.textContent).toContain('Нет второй страницы'));
  expect(server.steps()[0]?.body).toEqual({
    ground: 'damaged_documents',
    reason: 'Нет второй страницы',
  });
  await user.click(screen.getByRole('button', { name: 'Печать' }));
  expect(
    await screen.findByRole('menuitem', { name: 'Уведомление об отказе в приёме' }),
  ).toBeTruthy();
});

it('keeps the typed reason when the case has changed meanwhile, and repeats on the new version', async () => {
  const actions: Application['actions'] = [{ action: 'rework', allowed: true }];
  const application = applicationOf({ actions });
  const server = serve(application, `POST ${home}/rework`, ({ headers }) => {
    if (headers.get('If-Match') === '"9"') {
      return { body: applicationOf({ status: 'rework', version: 10 }) };
    }
    server.application = applicationOf({ actions, version: 9 });
    return refusal(412, 'request.stale', 'Запись уже изменил кто-то другой');
  });
  const { user } = open();
  await user.click(await screen.findByRole('button', { name: 'Вернуть на доработку' }));
  const dialog = await screen.findByRole('dialog');
  await user.type(within(dialog).getByLabelText(/Что исправить/), 'Нет подписи');
  await user.click(within(dialog).getByRole('button', { name: 'Вернуть' }));
  expect(await within(dialog).findByText(/Дело перечитано/)).toBeTruthy();
  await user.click(within(dialog).getByRole('button', { name: 'Вернуть' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(server.steps().map(({ headers }) => headers.get('If-Match'))).toEqual(['"7"', '"9"']);
});

it('deletes a draft only after a question and goes to the drafts', async () => {
  const application = applicationOf({
    status: 'draft',
    number: undefined,
    actions: [{ action: 'delete', allowed: true }],
  });
  const server = serve(application, `DELETE ${home}`, () => ({ status: 204 }));
  const { user, router } = open();
  await user.click(await screen.findByRole('button', { name: 'Ещё' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Удалить черновик' }));
  expect(server.steps()).toEqual([]);
  await user.click(await screen.findByRole('button', { name: 'Удалить черновик' }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/cases'));
  expect(server.steps()[0]?.headers.get('If-Match')).toBe('"7"');
});

it('asks before a case goes whose papers are not what was signed', async () => {
  const application = applicationOf({
    status: 'rework',
    papers: { application: 'outdated', receipt: 'current' },
    actions: [{ action: 'handover', allowed: true }],
  });
  const server = serve(application, `POST ${home}/handover`, () => ({
    body: applicationOf({ version: 8 }),
  }));
  const { user } = open();
  await user.click(await screen.findByRole('button', { name: 'Передать на обработку' }));
  const question = await screen.findByRole('dialog', { name: 'Подписанные бумаги устарели' });
  await user.click(within(question).getByRole('button', { name: 'Отмена' }));
  expect(server.steps()).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Передать на обработку' }));
  await user.click(await screen.findByRole('button', { name: 'Передать всё равно' }));
  await waitFor(() => expect(server.steps()).toHaveLength(1));
});
