// SPDX-License-Identifier: Apache-2.0
import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { hasCode } from '@okno/api/problem';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useT } from '@/lib/language.tsx';
import type { Session } from '@/lib/session.ts';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { useSignIn } from './sign-in.ts';

type SignInFormProps = {
  // Given when the session of this person has expired.
  login?: string;
  onSignedIn: (session: Session) => void;
};

export function SignInForm({ login, onSignedIn }: SignInFormProps) {
  const t = useT();
  const signIn = useSignIn(onSignedIn);
  const first = useRef<HTMLInputElement>(null);
  const code = useRef<HTMLInputElement>(null);
  const [capsLock, setCapsLock] = useState(false);
  const [asksCode, setAsksCode] = useState(false);
  const wantsCode = hasCode(signIn.error, 'access.second_factor_required');

  useEffect(() => first.current?.focus(), []);
  useEffect(() => {
    if (wantsCode) setAsksCode(true);
  }, [wantsCode]);
  useEffect(() => {
    if (asksCode) code.current?.focus();
  }, [asksCode]);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const field = (name: string) => String(data.get(name) ?? '');
    signIn.mutate({
      login: login ?? field('login').trim(),
      password: field('password'),
      code: asksCode ? field('code').replace(/\s/g, '') : undefined,
    });
  };
  const watchCapsLock = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'));

  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <TextInput
          name="login"
          label={t('signIn.login')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={login}
          readOnly={login !== undefined}
          ref={login === undefined ? first : undefined}
          data-autofocus={login === undefined || undefined}
          required
          withAsterisk={false}
        />
        <PasswordInput
          name="password"
          label={t('signIn.password')}
          autoComplete="current-password"
          ref={login === undefined ? undefined : first}
          data-autofocus={login !== undefined || undefined}
          required
          withAsterisk={false}
          onKeyDown={watchCapsLock}
          onKeyUp={watchCapsLock}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          description={capsLock ? t('signIn.capsLock') : undefined}
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
        />
        {asksCode && (
          <TextInput
            ref={code}
            name="code"
            label={t('signIn.code')}
            description={t('signIn.code.hint')}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={7}
            required
            withAsterisk={false}
          />
        )}
        {!wantsCode && <ProblemAlert error={signIn.error} />}
        <Button type="submit" loading={signIn.isPending} fullWidth>
          {t('signIn.submit')}
        </Button>
        <Text size="xs" c="dimmed">
          {t('signIn.help')}
        </Text>
      </Stack>
    </form>
  );
}
