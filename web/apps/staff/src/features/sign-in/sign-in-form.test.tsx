// SPDX-License-Identifier: Apache-2.0
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { sessionWith } from '@/test/people.ts';
import { renderUi } from '@/test/render.tsx';
import { refusal, stubServer } from '@/test/server.ts';
import { SignInForm } from './sign-in-form.tsx';

const session = sessionWith([]);

async function fill(login: string, password: string) {
  await userEvent.type(screen.getByLabelText('Логин'), login);
  await userEvent.type(screen.getByLabelText('Пароль'), `${password}{Enter}`);
}

describe('SignInForm', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('signs in and hands the session on', async () => {
    const onSignedIn = vi.fn();
    const asked = stubServer({ 'POST /api/v1/session': () => ({ status: 201, body: session }) });
    renderUi(<SignInForm onSignedIn={onSignedIn} />);
    await fill(' sokolova ', 'тайна');
    await vi.waitFor(() => expect(onSignedIn.mock.calls[0]?.[0]).toEqual(session));
    expect(asked[0]?.body).toEqual({ login: 'sokolova', password: 'тайна' });
  });

  it('says that the login or the password is wrong, in the words of the server', async () => {
    stubServer({
      'POST /api/v1/session': () =>
        refusal(401, 'access.wrong_credentials', 'Неверный логин или пароль'),
    });
    renderUi(<SignInForm onSignedIn={() => undefined} />);
    await fill('sokolova', 'не то');
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('Неверный логин или пароль');
    expect(alert.textContent).not.toContain('access.wrong_credentials');
  });

  it('says how long to wait after too many attempts', async () => {
    stubServer({
      'POST /api/v1/session': () =>
        refusal(429, 'access.too_many_attempts', 'Слишком много попыток', { 'Retry-After': '42' }),
    });
    renderUi(<SignInForm onSignedIn={() => undefined} />);
    await fill('sokolova', 'не то');
    expect((await screen.findByRole('alert')).textContent).toContain('через 42 секунды');
  });

  it('asks for the code when the second factor is on and keeps the password', async () => {
    const onSignedIn = vi.fn();
    const asked = stubServer({
      'POST /api/v1/session': ({ body }) =>
        (body as { code?: string }).code
          ? { status: 201, body: session }
          : refusal(401, 'access.second_factor_required', 'Введите код'),
    });
    renderUi(<SignInForm onSignedIn={onSignedIn} />);
    await fill('sokolova', 'тайна');
    const code = await screen.findByLabelText('Код подтверждения');
    expect(screen.queryByRole('alert')).toBeNull();
    await vi.waitFor(() => expect(document.activeElement).toBe(code));
    await userEvent.type(code, '123 456{Enter}');
    await vi.waitFor(() => expect(onSignedIn).toHaveBeenCalledTimes(1));
    expect(asked[1]?.body).toEqual({ login: 'sokolova', password: 'тайна', code: '123456' });
  });

  it('warns of Caps Lock', async () => {
    renderUi(<SignInForm onSignedIn={() => undefined} />);
    const user = userEvent.setup();
    await user.click(screen.getByLabelText('Пароль'));
    await user.keyboard('{CapsLock}А');
    expect(screen.getByText('Включён Caps Lock')).toBeDefined();
    await user.keyboard('{CapsLock}а');
    expect(screen.queryByText('Включён Caps Lock')).toBeNull();
  });

  it('keeps the login of the person whose session has expired', () => {
    renderUi(<SignInForm login="sokolova" onSignedIn={() => undefined} />);
    const login = screen.getByLabelText<HTMLInputElement>('Логин');
    expect(login.value).toBe('sokolova');
    expect(login.readOnly).toBe(true);
    expect(document.activeElement).toBe(screen.getByLabelText('Пароль'));
  });
});
