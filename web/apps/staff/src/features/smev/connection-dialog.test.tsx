// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { sessionWith } from '@/test/people.ts';
import { renderAtPage } from '@/test/render.tsx';
import { stubServer } from '@/test/server.ts';
import { ConnectionDialog } from './connection-dialog.tsx';

vi.setConfig({ testTimeout: 20_000 });
afterEach(() => vi.unstubAllGlobals());

const certificate = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';

async function open(fields: { pointer: string; code: string; title: string }[] = []) {
  const asked = stubServer({
    'POST /api/v1/smev-connections': () => ({
      status: 422,
      body: { title: 'Проверьте введённое', status: 422, code: 'input.invalid', fields },
    }),
  });
  const onClose = vi.fn();
  await renderAtPage(<ConnectionDialog onClose={onClose} />, {
    session: sessionWith(['exchange.manage']),
  });
  const dialog = await screen.findByRole('dialog', { name: 'Подключение к СМЭВ' });
  return { user: userEvent.setup(), dialog, onClose, asked };
}

const fileOf = (text: string, name: string) => new File([text], name);
const fileInputs = () => [...document.querySelectorAll<HTMLInputElement>('input[type=file]')];

it('names the fields that are wrong', async () => {
  const { user, dialog } = await open([
    { pointer: '/ftp/port', code: 'x', title: 'Введите число от 1 до 65535' },
    { pointer: '/limits/poll_longest_ms', code: 'x', title: 'Слишком мало' },
  ]);
  await user.type(within(dialog).getByLabelText(/Мнемоника/), 'MFC');
  await user.type(within(dialog).getByLabelText(/Адрес СМЭВ/), 'http://bus');
  const [key, own, bus] = fileInputs();
  const pem = fileOf(certificate, 'a.pem');
  await user.upload(key as HTMLElement, fileOf('-----BEGIN PRIVATE KEY-----\nA\n', 'k.pem'));
  await user.upload(own as HTMLElement, pem);
  await user.upload(bus as HTMLElement, pem);
  await user.click(within(dialog).getByRole('button', { name: 'Сохранить' }));
  const alert = await within(dialog).findByRole('alert');
  expect(alert.textContent).toContain('Файловое хранилище (FTP): Порт: Введите число');
  expect(alert.textContent).toContain('Наибольшая пауза, мс: Слишком мало');
});

it('reads a certificate from its file and says when the file has none', async () => {
  const { user, dialog } = await open();
  const [, own] = fileInputs();
  const field = within(dialog).getByRole<HTMLTextAreaElement>('textbox', {
    name: /Сертификат организации/,
  });
  await user.upload(own as HTMLElement, fileOf('не сертификат', 'b.txt'));
  await within(dialog).findByText('В файле «b.txt» нет сертификата (PEM или DER).');
  await user.upload(own as HTMLElement, fileOf(certificate, 'a.pem'));
  await waitFor(() => expect(field.value).toBe(certificate));
});

it('asks before Esc loses what was typed, and not when nothing was', async () => {
  const { user, dialog, onClose } = await open();
  await user.type(within(dialog).getByLabelText(/Мнемоника/), 'MFC');
  await user.keyboard('{Escape}');
  const question = await screen.findByRole('dialog', { name: 'Закрыть, не сохраняя?' });
  await user.click(within(question).getByRole('button', { name: 'Отмена' }));
  expect(onClose).not.toHaveBeenCalled();
  expect(within(dialog).getByLabelText<HTMLInputElement>(/Мнемоника/).value).toBe('MFC');
  await user.keyboard('{Escape}');
  await user.click(await screen.findByRole('button', { name: 'Закрыть без сохранения' }));
  await waitFor(() => expect(onClose).toHaveBeenCalledTimes(1));
});
