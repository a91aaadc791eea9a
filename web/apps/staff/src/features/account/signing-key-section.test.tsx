// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { daysToExpiry, type SigningKey } from '@/lib/signing-key.ts';
import { sessionWith } from '@/test/people.ts';
import { renderUi } from '@/test/render.tsx';
import { stubServer } from '@/test/server.ts';
import { SigningKeySection } from './signing-key-section.tsx';

vi.setConfig({ testTimeout: 20_000 });
afterEach(() => vi.unstubAllGlobals());

const path = '/api/v1/session/signing-key';
const patient = { timeout: 10_000 };
const key: SigningKey = {
  owner: 'Иванова Анна Петровна',
  subject: 'CN=Иванова Анна Петровна',
  issuer: 'УЦ стенда',
  serial: '0A',
  not_before: '2026-01-01T00:00:00Z',
  not_after: '2099-01-01T00:00:00Z',
  kept_at: '2026-11-20T00:00:00Z',
};

it('uploads a key with its password and shows whose it is; what is wrong stands at its field', async () => {
  let answers = 0;
  const fields = [{ pointer: '/password', code: 'signer.password', title: 'Пароль не подходит' }];
  const asked = stubServer({
    [`GET ${path}`]: () => ({ body: {} }),
    [`PUT ${path}`]: () =>
      ++answers === 1
        ? { status: 422, body: { title: 'x', status: 422, code: 'input.invalid', fields } }
        : { body: { key } },
  });
  renderUi(<SigningKeySection />, { session: sessionWith(['inquiries.send']) });
  const user = userEvent.setup();
  await screen.findByText('Ключа подписи нет');
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('no file input');
  await user.upload(input, new File([new Uint8Array([0x30, 0xff])], 'key.p12'));
  await user.type(screen.getByLabelText('Пароль к ключу'), 'слово');
  await user.type(screen.getByLabelText('Пароль для входа'), 'lime tree');
  await user.click(screen.getByRole('button', { name: 'Загрузить' }));
  await screen.findByText('Пароль не подходит');
  await user.click(screen.getByRole('button', { name: 'Загрузить' }));
  await screen.findByText('Иванова Анна Петровна');
  await waitFor(() => expect(screen.queryByLabelText('Пароль к ключу')).toBeNull());
  const put = asked.find(({ method }) => method === 'PUT');
  expect(put?.body).toEqual({ file: 'MP8=', password: 'слово', account_password: 'lime tree' });
});

it('removes the key for who knows the password of the account', async () => {
  let answers = 0;
  const fields = [{ pointer: '/account_password', code: 'x', title: 'Текущий пароль неверен' }];
  const asked = stubServer({
    [`GET ${path}`]: () => ({ body: { key } }),
    [`DELETE ${path}`]: () =>
      ++answers === 1
        ? { status: 422, body: { title: 'x', status: 422, code: 'input.invalid', fields } }
        : { status: 204 },
  });
  renderUi(<SigningKeySection />, { session: sessionWith(['inquiries.send']) });
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Удалить ключ' }));
  await user.type(screen.getByLabelText('Пароль для входа'), 'lime tree');
  await user.click(screen.getByRole('button', { name: 'Удалить ключ' }));
  await screen.findByText('Текущий пароль неверен', {}, patient);
  await user.click(screen.getByRole('button', { name: 'Удалить ключ' }));
  await screen.findByText('Ключа подписи нет', {}, patient);
  const removal = asked.filter(({ method }) => method === 'DELETE');
  expect(removal.map(({ body }) => body)).toEqual(Array(2).fill({ account_password: 'lime tree' }));
});

it('says what speaks against signing', async () => {
  stubServer({
    [`GET ${path}`]: () => ({ body: { key: { ...key, objection: 'Срок сертификата истёк' } } }),
  });
  renderUi(<SigningKeySection />, { session: sessionWith(['inquiries.send']) });
  await screen.findByText('Вашим ключом подписать нельзя: Срок сертификата истёк');
  expect(screen.getByText('Ключа подписи нет')).toBeTruthy();
});

it.each([
  ['2027-01-05T12:00:00Z', undefined],
  ['2026-12-11T12:00:00Z', 10],
  ['2026-12-01T13:00:00Z', 0],
])('a certificate until %s is announced to end in %s days', (not_after, days) => {
  expect(daysToExpiry({ ...key, not_after }, new Date('2026-12-01T12:00:00Z'))).toBe(days);
});
