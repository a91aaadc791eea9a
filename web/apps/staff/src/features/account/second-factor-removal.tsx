// SPDX-License-Identifier: Apache-2.0
import { Button, Group, PasswordInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { besidesFields, fieldProblem } from '@/lib/field-problems.ts';
import { useT } from '@/lib/language.tsx';
import { ProblemAlert } from '@/ui/problem-alert.tsx';
import { useToast } from '@/ui/toast.tsx';
import classes from './account-page.module.css';
import { useRemoveSecondFactor } from './second-factor.ts';

export function SecondFactorRemoval({ onClose }: { onClose: () => void }) {
  const t = useT();
  const toast = useToast();
  const remove = useRemoveSecondFactor();
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    remove.mutate(password, {
      onSuccess: () => {
        toast.done(t('account.factor.switchedOff'));
        onClose();
      },
    });
  };

  return (
    <form onSubmit={submit} className={classes.form}>
      <PasswordInput
        label={t('account.password.current')}
        description={t('account.factor.removeHint')}
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        error={fieldProblem(remove.error, '/password')}
        visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
      />
      <ProblemAlert error={besidesFields(remove.error, ['/password'])} focus />
      <Group gap="xs">
        <Button type="submit" color="red.8" disabled={!password} loading={remove.isPending}>
          {t('account.factor.remove')}
        </Button>
        <Button variant="subtle" onClick={onClose}>
          {t('action.cancel')}
        </Button>
      </Group>
    </form>
  );
}
