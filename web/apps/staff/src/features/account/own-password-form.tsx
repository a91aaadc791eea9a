// SPDX-License-Identifier: Apache-2.0
import { Button, Group, PasswordInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { besidesFields, fieldProblem } from '@/lib/field-problems.ts';
import { useT } from '@/lib/language.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import classes from './account-page.module.css';

type OwnPasswordFormProps = {
  action: string;
  hint: string;
  pointer: string; // where the server says that the password is wrong
  danger?: boolean;
  change: { error: unknown; isPending: boolean };
  onSubmit: (password: string) => void;
  onClose: () => void;
};

// What an open session alone may not change: the password of the account is asked again.
export function OwnPasswordForm(props: OwnPasswordFormProps) {
  const { action, hint, pointer, danger, change, onSubmit, onClose } = props;
  const t = useT();
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit(password);
  };
  return (
    <form onSubmit={submit} className={classes.form}>
      <PasswordInput
        label={t('account.password.own')}
        description={hint}
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        error={fieldProblem(change.error, pointer)}
        visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
      />
      <ProblemAlert error={besidesFields(change.error, [pointer])} focus />
      <Group gap="xs">
        <Button
          type="submit"
          color={danger ? 'red.8' : undefined}
          disabled={!password}
          loading={change.isPending}
        >
          {action}
        </Button>
        <Button variant="subtle" onClick={onClose}>
          {t('action.cancel')}
        </Button>
      </Group>
    </form>
  );
}
